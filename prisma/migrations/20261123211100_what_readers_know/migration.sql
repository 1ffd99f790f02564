-- Which revision a reader saw, so that who follows a page is told what became of it since.
ALTER TABLE "OwnReading" ADD COLUMN number INTEGER;
