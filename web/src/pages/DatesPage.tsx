import { styled } from '@mui/material/styles';
import {
  ENGLAND_AND_WALES,
  formatMonth,
  formatShort,
  londonDate,
  partsOf,
  dayOfWeek,
} from '@encircle/shared/dates';
import { useWords } from '@web/i18n/useWords';
import { holidaysFrom, threeMonths, type MonthSheet } from './calendar';

/** Plain greys of its own: nothing here may look like the product, in either theme. */
const Page = styled('div')({
  minHeight: '100vh',
  boxSizing: 'border-box',
  padding: '56px 24px',
  background: '#FFFFFF',
  color: '#222222',
  colorScheme: 'light',
  '& > div': { maxWidth: 980, margin: '0 auto' },
  '& h1': { fontSize: '1.75rem', lineHeight: '2.25rem' },
  '& h1 + p, & th': { color: '#555555' },
  '& .months': {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
    gap: '24px 48px',
    alignItems: 'start',
    margin: '28px 0',
  },
  '& caption, & h2': { textAlign: 'left', fontWeight: 700, padding: '4px 0 8px' },
  '& .months table': { width: '100%', textAlign: 'center' },
  '& .months th': { fontWeight: 400 },
  '& .months td, & .months th': { height: 32, width: '14.28%' },
  '& td[data-off]': { background: '#E4E4E4', fontWeight: 700, borderRadius: 2 },
  '& .list': { width: 'min(620px, 100%)', textAlign: 'left' },
  '& .list th, & .list td': {
    borderTop: '1px solid #CCCCCC',
    padding: '6px 0',
    fontWeight: 400,
    color: '#222222',
  },
  '& .list th': { width: '40%' },
  '& button': {
    marginTop: 48,
    padding: '8px 0',
    border: 0,
    background: 'none',
    color: '#555555',
    font: 'inherit',
    fontSize: '0.875rem',
    textDecoration: 'underline',
    cursor: 'pointer',
  },
  '& :focus-visible': { outline: '2px solid #222222' },
});

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function Month({ sheet }: { sheet: MonthSheet }) {
  return (
    <table>
      <caption>{formatMonth(sheet.first)}</caption>
      <thead>
        <tr>
          {DAYS.map((day) => (
            <th key={day} scope="col" abbr={day}>
              {day[0]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheet.weeks.map((week, row) => (
          <tr key={row}>
            {week.map((date, column) => (
              <td key={column} {...(date && ENGLAND_AND_WALES.holidayName(date) ? { 'data-off': '' } : {})}>
                {date && partsOf(date).day}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The name of the page, also for the browser's tab. By this device's clock: nothing is asked of the API. */
export const datesToday = () => londonDate(new Date().toISOString());

/** Public dates, and a small way back. What quick hide shows. */
export function DatesPage({ onContinue }: { onContinue: () => void }) {
  const w = useWords();
  const today = datesToday();
  const { year } = partsOf(today);
  return (
    <Page>
      <div>
        <main>
          <h1>{w('session.dates.title', { year })}</h1>
          <p>{w('session.dates.where')}</p>
          <div className="months">
            {threeMonths(today).map((sheet) => (
              <Month key={sheet.first} sheet={sheet} />
            ))}
          </div>
          <table className="list">
            <caption className="screen-reader">{w('session.dates.list')}</caption>
            <tbody>
              {holidaysFrom(today).map(({ date, name }) => (
                <tr key={date}>
                  <th scope="row">
                    {DAYS[dayOfWeek(date) - 1]} {formatShort(date)}
                  </th>
                  <td>{name}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <button type="button" onClick={onContinue}>
            {w('session.dates.continue')}
          </button>
        </main>
      </div>
    </Page>
  );
}
