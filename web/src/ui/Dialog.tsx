import MuiDialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';

export interface DialogProps {
  open: boolean;
  /** A question. */
  title: string;
  children?: ReactNode;
  /** Buttons that repeat the verb of the question; the one that does it first. */
  actions: ReactNode;
  /** Escape, or a press beside it. Leave out when the question must be answered. */
  onClose?: () => void;
}

/** Only for what cannot be undone or must be answered; everything else opens in the page. */
export function Dialog({ open, title, children, actions, onClose }: DialogProps) {
  const id = useId();
  return (
    <MuiDialog open={open} aria-labelledby={id} {...(onClose ? { onClose } : { disableEscapeKeyDown: true })}>
      <DialogTitle id={id} component="h2">
        {title}
      </DialogTitle>
      {children && <DialogContent>{children}</DialogContent>}
      <DialogActions>{actions}</DialogActions>
    </MuiDialog>
  );
}
