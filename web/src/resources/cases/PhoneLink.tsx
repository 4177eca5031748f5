import { styled } from '@mui/material/styles';
import { Phone, type LucideIcon } from 'lucide-react';
import { useWords } from '@web/i18n/useWords';

const Tel = styled('a')({
  display: 'inline-flex',
  gap: 4,
  alignItems: 'center',
  fontSize: '0.875rem',
  lineHeight: '1.25rem',
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
});

export interface PhoneLinkProps {
  name: string;
  phone: string;
  icon?: LucideIcon;
}

/** A number that rings when pressed. */
export function PhoneLink({ name, phone, icon: Icon = Phone }: PhoneLinkProps) {
  const w = useWords();
  return (
    <Tel href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={w('cases.around.phone', { name, phone })}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      {phone}
    </Tel>
  );
}
