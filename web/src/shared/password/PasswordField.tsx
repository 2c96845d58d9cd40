import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import './password.css';
import { isTaken, SHORTEST, strengthOf } from './strength';

interface Props {
  name: string;
  repeatName: string;
  /** The field of the address, or the address itself where it is no field. */
  addressName: string | { address: string };
  label?: string;
}

/** A new password, typed twice, with a word about its strength. */
export function PasswordField({ name, repeatName, addressName, label }: Props) {
  const { t } = useTranslation('shared');
  const form = Form.useFormInstance();
  const password = (Form.useWatch(name, form) as string | undefined) ?? '';
  const typed = Form.useWatch(typeof addressName === 'string' ? addressName : [], form) as unknown;
  const address = typeof addressName === 'string' ? (typeof typed === 'string' ? typed : '') : addressName.address;
  const strength = strengthOf(password, address);
  const said = t(`password.strength.${strength}`, { count: SHORTEST });
  return (
    <>
      <Form.Item
        name={name}
        label={label ?? t('password.label')}
        extra={<Strength value={password === '' ? undefined : strength} words={password === '' ? t('password.hint') : said} />}
        rules={[
          { required: true, message: t('password.missing') },
          { validator: async (_, given: string | undefined) => {
            const found = strengthOf(given ?? '', address);
            return given === undefined || given === '' || isTaken(found) ? undefined : Promise.reject(new Error(t(`password.strength.${found}`, { count: SHORTEST })));
          } },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
      <Form.Item
        name={repeatName}
        label={t('password.again')}
        dependencies={[name]}
        rules={[{ validator: async (_, given: string | undefined) => {
          if ((given ?? '') !== form.getFieldValue(name)) {
            throw new Error(t('password.differs'));
          }
          return Promise.resolve();
        } }]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
    </>
  );
}

const STEPS = { short: 1, same: 1, address: 1, fair: 2, good: 3, strong: 4 } as const;

function Strength({ value, words }: { value: keyof typeof STEPS | undefined; words: string }) {
  const reached = value === undefined ? 0 : STEPS[value];
  return (
    <span className="strength">
      <span className="strength-bar" aria-hidden>{[1, 2, 3, 4].map((step) => <i key={step} className={step <= reached ? `strength-${reached}` : ''} />)}</span>
      <span aria-live="polite">{words}</span>
    </span>
  );
}
