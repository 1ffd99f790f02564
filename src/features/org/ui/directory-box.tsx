'use client';

import { type ComponentProps, type KeyboardEvent, useId, useState } from 'react';
import { UnitGlyph } from '@/ui/unit-glyph';
import type { DirectoryHit } from '../directory/hits';
import { useDirectoryHits } from './use-directory-hits';

type DirectoryBoxProps = Omit<ComponentProps<'input'>, 'onSelect' | 'value' | 'defaultValue'> & {
  initialText?: string;
  /** Kinds to offer, with commas between them. */
  only?: string;
  onChoose: (hit: DirectoryHit) => void;
  /** What the field holds once something was chosen. */
  textOf?: (hit: DirectoryHit) => string;
};

/** A text field that offers people and units while one types: arrows to go through them, Enter to take one. */
export function DirectoryBox({
  initialText = '',
  only,
  onChoose,
  textOf = ({ name }) => name,
  ...props
}: DirectoryBoxProps) {
  const id = useId();
  const [text, setText] = useState(initialText);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const hits = useDirectoryHits(isOpen ? text : '', only);
  const isShown = isOpen && hits.length > 0;

  function choose(hit: DirectoryHit) {
    setText(textOf(hit));
    setOpen(false);
    onChoose(hit);
  }

  function go(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const hit = hits[active];
    if (step && hits.length > 0) {
      event.preventDefault();
      setActive((active + step + hits.length + (active < 0 && step < 0 ? 1 : 0)) % hits.length);
    } else if (event.key === 'Enter' && isShown && hit) {
      event.preventDefault();
      choose(hit);
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      setOpen(false);
    }
  }

  return (
    <div className="relative min-w-0 flex-1">
      <input
        autoComplete="off"
        {...props}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(-1);
          setOpen(true);
        }}
        onKeyDown={go}
        onBlur={() => setOpen(false)}
        className="w-full rounded-md border border-line-strong bg-raised px-3 py-1.5 text-base sm:text-[0.9375rem] aria-invalid:border-danger"
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Matches"
        hidden={!isShown}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-80 overflow-y-auto rounded-md border border-line-strong bg-raised py-1 shadow-xl"
      >
        {hits.map((hit, index) => (
          <Option
            key={`${hit.kind} ${hit.id}`}
            id={`${id}-${index}`}
            hit={hit}
            isActive={index === active}
            onPoint={() => setActive(index)}
            onTake={() => choose(hit)}
          />
        ))}
      </div>
      <span className="sr-only" role="status">
        {isShown && `${hits.length} matches`}
      </span>
    </div>
  );
}

type OptionProps = {
  id: string;
  hit: DirectoryHit;
  isActive: boolean;
  onPoint: () => void;
  onTake: () => void;
};

function Option({ id, hit, isActive, onPoint, onTake }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field, where the focus stays
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      // Before the field loses the focus, which would close the list.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onTake}
      className="flex cursor-pointer items-baseline gap-2 px-3 py-1.5 text-[0.9375rem] aria-selected:bg-accent-soft"
    >
      {hit.kind !== 'PERSON' && <UnitGlyph kind={hit.kind} labelled />}
      <span>{hit.name}</span>
      <span className="truncate text-sm text-muted">{hit.note}</span>
    </div>
  );
}
