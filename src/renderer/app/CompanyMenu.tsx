import { type MantineColorScheme, Menu, useMantineColorScheme } from "@mantine/core";
import { frameWords } from "#renderer/words/frame.ts";
import { setLanguage, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./CompanyMenu.module.css";

/** One more thing the company's menu offers, such as locking the book. */
export interface MenuEntry {
  label: string;
  run: () => void;
}

interface CompanyMenuProps {
  name: string;
  entries: readonly MenuEntry[];
}

/** The company's name; its menu holds what concerns the whole window. */
export function CompanyMenu({ name, entries }: CompanyMenuProps) {
  const w = useWords(frameWords);
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-start" width={220} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={styles.company} title={name}>
          <span className={styles.name}>{name}</span>
          <span className="unseen">{w.companyMenu}</span>
          <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
            <path d="m4 6 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu ?? ""}>
        {entries.map((entry) => (
          <Menu.Item key={entry.label} onClick={entry.run}>
            {entry.label}
          </Menu.Item>
        ))}
        {entries.length > 0 && <Menu.Divider />}
        <Menu.Label>{w.appearance}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
        >
          <Menu.RadioItem value="auto">{w.schemeAuto}</Menu.RadioItem>
          <Menu.RadioItem value="light">{w.schemeLight}</Menu.RadioItem>
          <Menu.RadioItem value="dark">{w.schemeDark}</Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{w.language}</Menu.Label>
        <Menu.RadioGroup
          value={language}
          onChange={(chosen) => setLanguage(chosen === "en" ? "en" : "fr")}
        >
          <Menu.RadioItem value="fr">Français</Menu.RadioItem>
          <Menu.RadioItem value="en">English</Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
