import { Select } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useId } from 'react';
import styles from './choice.module.css';

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
  /** True where the label is read out only, because what is chosen speaks for itself. */
  readonly labelHidden?: boolean;
  readonly onChoose: (value: V) => void;
}

/** A labelled choice of one among a few (role combobox). */
export const Choice = <V extends string>({
  label,
  value,
  options,
  hint,
  disabled,
  labelHidden,
  onChoose,
}: ChoiceProps<V>) => {
  const id = useId();
  return (
    <div className={styles.field}>
      <span id={id} className={labelHidden ? 'hidden-visually' : styles.label}>
        {label}
      </span>
      <Select.Root
        items={options}
        value={value}
        disabled={disabled ?? false}
        onValueChange={(chosen) => {
          if (chosen !== null) onChoose(chosen);
        }}
      >
        <Select.Trigger
          aria-labelledby={id}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          className={styles.trigger}
        >
          <Select.Value />
          <ChevronsUpDown size={14} aria-hidden />
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner sideOffset={4} alignItemWithTrigger={false} className={styles.positioner}>
            <Select.Popup className={styles.popup}>
              {options.map((option) => (
                <Select.Item key={option.value} value={option.value} className={styles.item}>
                  <Select.ItemText>{option.label}</Select.ItemText>
                  <Select.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </Select.ItemIndicator>
                </Select.Item>
              ))}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
};
