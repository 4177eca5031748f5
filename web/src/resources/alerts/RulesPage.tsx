import { useState } from 'react';
import type { AlertRulesView, AlertRuleView, SetAlertRule } from '@encircle/shared/alerts';
import { useWords } from '@web/i18n/useWords';
import { Loaded } from '@web/layout/Loaded';
import { useProblemWords } from '@web/pages/useProblemWords';
import { errorsOf } from '@web/providers/problem';
import { useGet, useSend } from '@web/providers/useGet';
import { Button } from '@web/ui/Button';
import { Card } from '@web/ui/Card';
import { CheckBox } from '@web/ui/CheckList';
import { FieldStack, Stack } from '@web/ui/layout';
import { Notice } from '@web/ui/Notice';
import { PageTitle } from '@web/ui/PageTitle';
import { TextInput } from '@web/ui/TextInput';
import { ruleWords } from './alerts.model';

type Rule = keyof typeof import('@web/i18n/en/alerts').alerts.counts;

/** The rules that raise alerts, each with its number. */
export default function RulesPage() {
  const w = useWords();
  const query = useGet<AlertRulesView>('/alert-rules');
  return (
    <>
      <PageTitle title={w('alerts.rules')} note={w('alerts.rulesNote')} />
      <Loaded query={query}>
        {({ items }) => (
          <Stack>
            {items.map((rule) => (
              <RuleCard key={`${rule.rule} ${rule.version}`} rule={rule} />
            ))}
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function RuleCard({ rule: { rule, version, on, threshold } }: { rule: AlertRuleView }) {
  const w = useWords();
  const say = useProblemWords();
  const [used, setUsed] = useState(on);
  const [number, setNumber] = useState(String(threshold));
  const send = useSend<Omit<SetAlertRule, 'threshold'> & { threshold: number | string }>(
    `/alert-rules/${rule}`,
    {
      method: 'PUT',
      refresh: ['/alert-rules'],
    },
  );
  const errors = send.error ? errorsOf(send.error) : [];
  const changed = used !== on || number !== String(threshold);
  return (
    <Card title={ruleWords(rule)}>
      <FieldStack>
        {send.error && errors.length === 0 && <Notice kind="red">{say(send.error)}</Notice>}
        <CheckBox name={`on-${rule}`} label={w('alerts.used')} checked={used} onChange={setUsed} />
        <TextInput
          name={`threshold-${rule}`}
          label={w(`alerts.counts.${rule as Rule}`)}
          inputMode="numeric"
          value={number}
          error={errors.find((error) => error.field === 'threshold')?.message}
          onChange={(event) => setNumber(event.target.value)}
        />
        <div>
          <Button
            disabled={send.isPending || !changed}
            onClick={() => {
              const whole = /^\d+$/.test(number.trim()) ? Number(number) : number;
              send.mutate({ version, on: used, threshold: whole });
            }}
          >
            {w('alerts.saveRule')}
          </Button>
        </div>
      </FieldStack>
    </Card>
  );
}
