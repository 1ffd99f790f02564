/** Quiet remarks: worth knowing, nothing to be ashamed of. */
export function Remarks({ remarks }: { remarks: readonly (string | null)[] }) {
  const given = remarks.filter((remark): remark is string => remark !== null);
  if (given.length === 0) return null;
  return (
    <ul className="space-y-1 border-l-2 border-line-strong pl-3 text-sm text-muted">
      {given.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  );
}
