-- A page that relies on a tool, a guideline or a reference implementation is doubted when that is deprecated.
ALTER TYPE "ReviewReasonKind" ADD VALUE 'DELIVERABLE_DEPRECATED';
