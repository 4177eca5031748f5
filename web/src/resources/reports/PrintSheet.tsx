import GlobalStyles from '@mui/material/GlobalStyles';

/** Wide tables print across the page, with the numbers only. */
export function PrintSheet() {
  return (
    <GlobalStyles
      styles={{
        '@page': { size: 'A4 landscape', margin: '12mm' },
        '@media print': { main: { padding: '0 !important', maxWidth: 'none !important' } },
      }}
    />
  );
}
