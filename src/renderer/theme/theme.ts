import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  type VariantColorsResolver,
} from "@mantine/core";

/** Ink blue, light to dark; index 7 is the accent on white, 3 the accent on near-black. */
const ink: MantineColorsTuple = [
  "#f1f5fc",
  "#e8eef9",
  "#c9d9f4",
  "#93b7f5",
  "#6d98e4",
  "#4a78cc",
  "#3262b3",
  "#24519c",
  "#1b4083",
  "#142f61",
];

/** Greys of the dark scheme, from text (0) to the deepest surface (9). */
const night: MantineColorsTuple = [
  "#e6e9ed",
  "#c4cad2",
  "#a0a9b5",
  "#78818d",
  "#414852",
  "#20252b",
  "#1b1f24",
  "#15181c",
  "#101215",
  "#0b0d0f",
];

const dense = { size: "xs" } as const;
const still = { duration: 0 } as const;
const scrim = { color: "var(--scrim)", backgroundOpacity: 1 } as const;

/** Floating parts stay inside their landmark, so that screen readers meet them in order. */
const inPlace = { withinPortal: false, floatingStrategy: "fixed" } as const;

/** The accent differs in each scheme, and so does the ink that reads on it. */
const ownVariants: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input);
  if (input.variant === "filled") {
    return {
      ...usual,
      background: "var(--accent)",
      hover: "var(--accent-strong)",
      color: "var(--on-accent)",
    };
  }
  if (input.variant !== "subtle") return usual;
  return { ...usual, hover: "var(--accent-soft)", color: "var(--accent)" };
};

/** Mantine set to our feel: dense, square, flat, one accent, our font. */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: ownVariants,
  colors: { ink, dark: night },
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--font)",
  fontSizes: {
    xs: "0.8125rem",
    sm: "0.8125rem",
    md: "0.8125rem",
    lg: "0.9375rem",
    xl: "1.125rem",
  },
  lineHeights: { xs: "1.25rem", sm: "1.25rem", md: "1.25rem", lg: "1.375rem", xl: "1.5rem" },
  fontWeights: { regular: "400", medium: "500", bold: "600" },
  headings: { fontFamily: "var(--font)", fontWeight: "600" },
  defaultRadius: 4,
  respectReducedMotion: true,
  cursorType: "pointer",
  shadows: { xs: "none", sm: "none", md: "none", lg: "none", xl: "none" },
  components: {
    Button: { defaultProps: dense },
    TextInput: { defaultProps: dense },
    PasswordInput: { defaultProps: dense },
    Textarea: { defaultProps: dense },
    Select: { defaultProps: { ...dense, checkIconPosition: "right" } },
    NativeSelect: { defaultProps: dense },
    Checkbox: { defaultProps: { ...dense, iconColor: "var(--on-accent)" } },
    Radio: { defaultProps: { ...dense, iconColor: "var(--on-accent)" } },
    Switch: { defaultProps: dense },
    SegmentedControl: { defaultProps: dense },
    Modal: { defaultProps: { centered: true, overlayProps: scrim, transitionProps: still } },
    Popover: { defaultProps: { ...inPlace, transitionProps: still } },
    Combobox: { defaultProps: { ...inPlace, transitionProps: still } },
    Menu: { defaultProps: { ...inPlace, transitionProps: still } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: still } },
  },
});

const shared = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--text)",
  "--mantine-color-dimmed": "var(--text-dim)",
  "--mantine-color-default": "var(--surface-raised)",
  "--mantine-color-default-hover": "var(--surface-hover)",
  "--mantine-color-default-color": "var(--text)",
  "--mantine-color-default-border": "var(--control-line)",
  "--mantine-color-placeholder": "var(--text-dim)",
  "--mantine-color-error": "var(--alert)",
  "--mantine-color-anchor": "var(--accent)",
};

/** Ties Mantine's colours to our tokens, so that a scheme is defined in one place only. */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});
