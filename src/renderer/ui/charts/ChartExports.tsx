import { Button, Menu } from "@mantine/core";
import type { ReactNode } from "react";
import { saveFile } from "#renderer/app/save-file.ts";
import { office } from "#renderer/office.ts";
import { chartWords } from "#renderer/words/charts.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { ChartFacts } from "./chart.ts";
import { chartPng, chartSvg } from "./chart-picture.ts";

interface ChartExportsProps extends Pick<ChartFacts, "title" | "fileName" | "table"> {
  /** The drawing as it stands, or null while the table is shown. */
  drawing: () => SVGSVGElement | null;
  isTable: boolean;
  onProblem: (problem: unknown) => void;
}

/** Takes a chart out of the window: picture, drawing, or its table as a workbook. */
export function ChartExports({ title, fileName, table, ...props }: ChartExportsProps): ReactNode {
  const w = useWords(chartWords);
  const save = (made: Promise<File>) => {
    props.onProblem(undefined);
    made.then(saveFile).catch(props.onProblem);
  };
  const savePicture = (write: typeof chartPng | typeof chartSvg) => {
    const drawing = props.drawing();
    if (drawing !== null) save(Promise.resolve(write(drawing, title, fileName)));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="compact-sm">
          {w.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={props.isTable} onClick={() => savePicture(chartPng)}>
          {w.png}
        </Menu.Item>
        <Menu.Item disabled={props.isTable} onClick={() => savePicture(chartSvg)}>
          {w.svg}
        </Menu.Item>
        <Menu.Item
          onClick={() =>
            save(
              office.exports.table({ title, name: fileName, ...table }).then((made) => made.file),
            )
          }
        >
          {w.xlsx}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
