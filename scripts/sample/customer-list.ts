import type { Segment } from "./model.ts";

/** Kinds of paying habits; each customer draws its own place within its kind, once. */
export type HabitKind =
  | "early"
  | "prompt"
  | "usual"
  | "slow"
  | "very-slow"
  | "erratic"
  | "worsening";

/** Name, town, segment, weight in the number of invoices, usual net in euros, habit. */
export type CustomerRow = readonly [string, string, Segment, number, number, HabitKind];

/** Sixty invented customers. */
export const customerRows: readonly CustomerRow[] = [
  ["Menuiserie Talhouarn", "29300 Quimperlé", "france", 34, 980, "prompt"],
  ["Biscuiterie Kerloarec", "56400 Auray", "france", 40, 1850, "usual"],
  ["Cidrerie du Hutrel-Vacquois", "61200 Argentan", "france", 26, 1240, "slow"],
  ["Agence Pollenfert", "49000 Angers", "france", 46, 1450, "usual"],
  ["Agence Tramontine Conseil", "44000 Nantes", "france", 38, 2100, "worsening"],
  ["Cosmétiques Alguérande", "35400 Saint-Malo", "france", 30, 2600, "prompt"],
  ["Domaine des Hautes-Rouvrelles", "49380 Bellevigne", "france", 34, 1680, "slow"],
  ["Domaine Vauchésnier", "37140 Bourgueil", "france", 22, 1320, "erratic"],
  ["Conserverie La Brizelle", "85100 Les Sables", "france", 28, 2250, "usual"],
  ["Meubles Fontarèche", "79000 Niort", "france", 22, 1540, "very-slow"],
  ["Hôtel du Grand Mazurier", "49400 Saumur", "france", 20, 760, "usual"],
  ["Groupe Santorval Distribution", "72000 Le Mans", "france", 48, 2900, "slow"],
  ["Laboratoires Hespérine", "37000 Tours", "france", 36, 2400, "prompt"],
  ["Outillage Bressolier", "42000 Saint-Étienne", "france", 18, 1100, "usual"],
  ["Jardineries Verpaline", "53000 Laval", "france", 32, 1380, "worsening"],
  ["Équipements Nautiques Morgrève", "17000 La Rochelle", "france", 22, 1900, "usual"],
  ["Transports Lheureux-Bardol", "86000 Poitiers", "france", 18, 900, "slow"],
  ["Cabinet Orsenault Géomètres", "49000 Angers", "france", 14, 420, "early"],
  ["Clinique vétérinaire des Ponceaux", "49130 Les Ponts", "france", 14, 360, "prompt"],
  ["Pharmacie Vaugirelle", "49100 Angers", "france", 14, 310, "early"],
  ["Théâtre de la Lanternière", "49000 Angers", "france", 26, 1280, "usual"],
  ["Festival Les Ondes Claires", "44600 Saint-Nazaire", "france", 18, 2700, "very-slow"],
  ["Association Sport Avenir Layon", "49120 Chemillé", "france", 16, 520, "usual"],
  ["Mutuelle Armorance", "35000 Rennes", "france", 30, 2350, "prompt"],
  ["Immobilière Castelmaure", "37000 Tours", "france", 20, 840, "erratic"],
  ["Concept Cuisines Ferdaval", "72200 La Flèche", "france", 18, 1150, "slow"],
  ["Boulangeries Painséré", "49000 Angers", "france", 24, 640, "usual"],
  ["Textiles Rougemontel", "59100 Roubaix", "france", 20, 1750, "slow"],
  ["Cave coopérative de l'Aubrelle", "49540 Terranjou", "france", 24, 1480, "prompt"],
  ["Optique Lunaris & Fils", "53200 Château-Gontier", "france", 14, 450, "usual"],
  ["Éditions du Merle Gris", "44100 Nantes", "press", 36, 2450, "usual"],
  ["Éditions Pierrelune", "75011 Paris", "press", 30, 2900, "slow"],
  ["Diffusion Presse Mauges", "49300 Cholet", "press", 34, 980, "prompt"],
  ["Librairie La Page Cornée", "49000 Angers", "press", 22, 420, "usual"],
  ["Commune de Sainte-Aubrelle", "49320 Sainte-Aubrelle", "public", 26, 1350, "usual"],
  ["Commune de Vernoux-sur-Layon", "49540 Vernoux", "public", 24, 1180, "slow"],
  ["Communauté de communes Val-Hyrôme", "49120 Chemillé", "public", 28, 2200, "usual"],
  ["Syndicat mixte du Haut-Authion", "49250 Beaufort", "public", 18, 1600, "slow"],
  ["Lycée professionnel Jehan-Barillet", "49000 Angers", "public", 18, 620, "prompt"],
  ["Musée des Ardoisières d'Arnouville", "49800 Trélazé", "public", 20, 1420, "usual"],
  ["Constructions Bergeval", "49000 Angers", "works", 30, 4200, "slow"],
  ["Travaux Publics Houdemont-Ligier", "44000 Nantes", "works", 22, 5600, "usual"],
  ["Bâti-Maine Entreprise", "72000 Le Mans", "works", 20, 3900, "very-slow"],
  ["Agencements Sorguevain", "37000 Tours", "works", 22, 3300, "usual"],
  ["Façades Loirevive", "49100 Angers", "works", 18, 2800, "worsening"],
  ["Uitgeverij Moerzande BV", "9000 Gent BE", "eu", 24, 2650, "prompt"],
  ["Verlag Wesselrode GmbH", "50667 Köln DE", "eu", 22, 3100, "early"],
  ["Cartotecnica Valperta Srl", "20121 Milano IT", "eu", 18, 2250, "slow"],
  ["Imprimés Arlonville Sàrl", "1114 Luxembourg LU", "eu", 14, 1900, "usual"],
  ["Montres Chasseronne SA", "2000 Neuchâtel CH", "export", 14, 3400, "prompt"],
  ["Thornquay Books Ltd", "Bristol GB", "export", 12, 2700, "usual"],
  ["Réseau Formagraphe Ouest", "35000 Rennes", "training", 14, 1500, "usual"],
  ["Papeterie Le Buvard Bleu", "49000 Angers", "card", 52, 165, "prompt"],
  ["Atelier Photo Grainclair", "49100 Angers", "card", 46, 140, "prompt"],
  ["Fleuriste Pivoine & Compagnie", "49000 Angers", "card", 44, 95, "prompt"],
  ["Restaurant La Table d'Émeline", "49000 Angers", "card", 46, 185, "prompt"],
  ["Coiffure Mèche Folle", "49240 Avrillé", "card", 40, 80, "prompt"],
  ["Garage des Basses-Vallées", "49070 Beaucouzé", "card", 44, 210, "prompt"],
  ["Yoga Studio Ombellie", "49000 Angers", "card", 38, 90, "prompt"],
  ["Brasserie artisanale Houblonnelle", "49610 Mûrs-Erigné", "card", 50, 260, "prompt"],
];
