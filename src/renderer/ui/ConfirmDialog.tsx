import { Button, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./ConfirmDialog.module.css";
import { ProblemNotice } from "./ProblemNotice.tsx";

interface ConfirmDialogProps {
  isOpen: boolean;
  /** Names the act and the thing: `Supprimer le brouillon FA du 12/03`. */
  title: string;
  /** The verb on the button: `Supprimer`. */
  verb: string;
  children?: ReactNode;
  /** Says once, before, that it cannot be undone. */
  isFinal?: boolean;
  isDestructive?: boolean;
  /** The act; the dialog stays open with the reason when it is refused. */
  onConfirm: () => Promise<void> | void;
  onClose: () => void;
}

/** Asks once before what is final or destructive, naming the thing; Enter destroys nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const w = useWords(uiWords);
  const { isDestructive = false } = props;
  const [error, setError] = useState<unknown>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const close = () => {
    setError(undefined);
    props.onClose();
  };
  const confirm = async () => {
    setIsBusy(true);
    setError(undefined);
    try {
      await props.onConfirm();
      close();
    } catch (caught) {
      setError(caught);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Modal
      opened={props.isOpen}
      onClose={close}
      title={props.title}
      size="26rem"
      closeButtonProps={{ "aria-label": w.close }}
      classNames={{ title: styles.title ?? "", content: styles.content ?? "" }}
    >
      <div className={styles.body}>
        {props.children}
        {props.isFinal === true && <p>{w.isFinal}</p>}
        {error !== undefined && <ProblemNotice error={error} />}
        <div className={styles.buttons}>
          <Button variant="default" data-autofocus={isDestructive || undefined} onClick={close}>
            {w.cancel}
          </Button>
          <Button
            data-autofocus={!isDestructive || undefined}
            disabled={isBusy}
            {...(isDestructive ? { className: styles.destructive ?? "" } : {})}
            onClick={() => void confirm()}
          >
            {props.verb}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
