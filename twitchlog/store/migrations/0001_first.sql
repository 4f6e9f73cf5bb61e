CREATE TABLE episode (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	day DATE NOT NULL, 
	instant INTEGER, 
	offset_s INTEGER, 
	zone VARCHAR, 
	precision VARCHAR NOT NULL, 
	part_of_day VARCHAR, 
	kind VARCHAR NOT NULL, 
	region VARCHAR NOT NULL, 
	part VARCHAR, 
	side VARCHAR NOT NULL, 
	muscle VARCHAR, 
	duration_s INTEGER, 
	intensity INTEGER, 
	pattern VARCHAR, 
	activity VARCHAR, 
	triggers VARCHAR NOT NULL, 
	sensations VARCHAR NOT NULL, 
	relief VARCHAR NOT NULL, 
	denied VARCHAR NOT NULL, 
	note VARCHAR, 
	words VARCHAR, 
	source VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT day_is_a_date CHECK ("day" IS NULL OR "day" IS date("day", '+0 days')), 
	CONSTRAINT precision_known CHECK ("precision" IN ('minute', 'part_of_day', 'day')), 
	CONSTRAINT part_of_day_known CHECK ("part_of_day" IN ('morning', 'midday', 'afternoon', 'evening', 'night')), 
	CONSTRAINT moment_known CHECK ((precision = 'minute') = (instant IS NOT NULL)), 
	CONSTRAINT offset_known CHECK ((instant IS NULL) = (offset_s IS NULL)), 
	CONSTRAINT part_of_day_named CHECK ((precision = 'part_of_day') = (part_of_day IS NOT NULL)), 
	CONSTRAINT whole_seconds CHECK (instant IS NULL OR typeof(instant) = 'integer'), 
	CONSTRAINT offset_s_within CHECK ("offset_s" IS NULL OR (typeof("offset_s") = 'integer' AND "offset_s" BETWEEN -86399 AND 86399)), 
	CONSTRAINT side_known CHECK ("side" IN ('left', 'right', 'both', 'middle', 'unspecified')), 
	CONSTRAINT duration_s_within CHECK ("duration_s" IS NULL OR (typeof("duration_s") = 'integer' AND "duration_s" BETWEEN 1 AND 604800)), 
	CONSTRAINT intensity_within CHECK ("intensity" IS NULL OR (typeof("intensity") = 'integer' AND "intensity" BETWEEN 0 AND 10)), 
	UNIQUE (uid)
);

CREATE INDEX episode_by_start ON episode (day, instant, id);

CREATE TABLE symptom (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	day DATE NOT NULL, 
	instant INTEGER, 
	offset_s INTEGER, 
	zone VARCHAR, 
	precision VARCHAR NOT NULL, 
	part_of_day VARCHAR, 
	episode_uid VARCHAR, 
	symptom VARCHAR NOT NULL, 
	region VARCHAR, 
	part VARCHAR, 
	side VARCHAR NOT NULL, 
	sudden BOOLEAN, 
	severity INTEGER, 
	present BOOLEAN NOT NULL, 
	note VARCHAR, 
	words VARCHAR, 
	source VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT day_is_a_date CHECK ("day" IS NULL OR "day" IS date("day", '+0 days')), 
	CONSTRAINT precision_known CHECK ("precision" IN ('minute', 'part_of_day', 'day')), 
	CONSTRAINT part_of_day_known CHECK ("part_of_day" IN ('morning', 'midday', 'afternoon', 'evening', 'night')), 
	CONSTRAINT moment_known CHECK ((precision = 'minute') = (instant IS NOT NULL)), 
	CONSTRAINT offset_known CHECK ((instant IS NULL) = (offset_s IS NULL)), 
	CONSTRAINT part_of_day_named CHECK ((precision = 'part_of_day') = (part_of_day IS NOT NULL)), 
	CONSTRAINT whole_seconds CHECK (instant IS NULL OR typeof(instant) = 'integer'), 
	CONSTRAINT offset_s_within CHECK ("offset_s" IS NULL OR (typeof("offset_s") = 'integer' AND "offset_s" BETWEEN -86399 AND 86399)), 
	CONSTRAINT side_known CHECK ("side" IN ('left', 'right', 'both', 'middle', 'unspecified')), 
	CONSTRAINT severity_within CHECK ("severity" IS NULL OR (typeof("severity") = 'integer' AND "severity" BETWEEN 0 AND 10)), 
	CONSTRAINT sudden_yes_or_no CHECK ("sudden" IN (0, 1)), 
	CONSTRAINT present_yes_or_no CHECK ("present" IN (0, 1)), 
	UNIQUE (uid)
);

CREATE INDEX symptom_by_day ON symptom (day, id);

CREATE INDEX symptom_of_episode ON symptom (episode_uid);

CREATE TABLE day (
	date DATE NOT NULL, 
	twitching VARCHAR, 
	checked_in BOOLEAN NOT NULL, 
	note VARCHAR, 
	PRIMARY KEY (date), 
	CONSTRAINT date_is_a_date CHECK ("date" IS NULL OR "date" IS date("date", '+0 days')), 
	CONSTRAINT twitching_known CHECK ("twitching" IN ('none', 'some')), 
	CONSTRAINT checked_in_yes_or_no CHECK ("checked_in" IN (0, 1))
);

CREATE TABLE day_factor (
	date DATE NOT NULL, 
	factor VARCHAR NOT NULL, 
	amount FLOAT NOT NULL, 
	PRIMARY KEY (date, factor), 
	CONSTRAINT date_is_a_date CHECK ("date" IS NULL OR "date" IS date("date", '+0 days')), 
	CONSTRAINT amount_possible CHECK (amount >= 0 AND amount < 1e9)
);

CREATE TABLE intake (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	day DATE NOT NULL, 
	instant INTEGER, 
	offset_s INTEGER, 
	zone VARCHAR, 
	precision VARCHAR NOT NULL, 
	part_of_day VARCHAR, 
	factor VARCHAR NOT NULL, 
	amount FLOAT NOT NULL, 
	note VARCHAR, 
	words VARCHAR, 
	source VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT day_is_a_date CHECK ("day" IS NULL OR "day" IS date("day", '+0 days')), 
	CONSTRAINT precision_known CHECK ("precision" IN ('minute', 'part_of_day', 'day')), 
	CONSTRAINT part_of_day_known CHECK ("part_of_day" IN ('morning', 'midday', 'afternoon', 'evening', 'night')), 
	CONSTRAINT moment_known CHECK ((precision = 'minute') = (instant IS NOT NULL)), 
	CONSTRAINT offset_known CHECK ((instant IS NULL) = (offset_s IS NULL)), 
	CONSTRAINT part_of_day_named CHECK ((precision = 'part_of_day') = (part_of_day IS NOT NULL)), 
	CONSTRAINT whole_seconds CHECK (instant IS NULL OR typeof(instant) = 'integer'), 
	CONSTRAINT offset_s_within CHECK ("offset_s" IS NULL OR (typeof("offset_s") = 'integer' AND "offset_s" BETWEEN -86399 AND 86399)), 
	CONSTRAINT amount_possible CHECK (amount >= 0 AND amount < 1e9), 
	UNIQUE (uid)
);

CREATE INDEX intake_by_day ON intake (day, id);

CREATE TABLE medicine (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	day DATE NOT NULL, 
	action VARCHAR NOT NULL, 
	dose VARCHAR, 
	suspected BOOLEAN NOT NULL, 
	note VARCHAR, 
	PRIMARY KEY (id), 
	CONSTRAINT day_is_a_date CHECK ("day" IS NULL OR "day" IS date("day", '+0 days')), 
	CONSTRAINT action_known CHECK ("action" IN ('start', 'raise', 'lower', 'stop')), 
	CONSTRAINT suspected_yes_or_no CHECK ("suspected" IN (0, 1)), 
	UNIQUE (uid)
);

CREATE TABLE change (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	what VARCHAR NOT NULL, 
	start DATE NOT NULL, 
	"end" DATE, 
	note VARCHAR, 
	PRIMARY KEY (id), 
	CONSTRAINT start_is_a_date CHECK ("start" IS NULL OR "start" IS date("start", '+0 days')), 
	CONSTRAINT end_is_a_date CHECK ("end" IS NULL OR "end" IS date("end", '+0 days')), 
	CONSTRAINT ends_after_it_begins CHECK ("end" IS NULL OR "end" >= "start"), 
	UNIQUE (uid)
);

CREATE TABLE suspicion (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	factor VARCHAR NOT NULL, 
	lag_days INTEGER NOT NULL, 
	declared DATE NOT NULL, 
	withdrawn DATE, 
	PRIMARY KEY (id), 
	CONSTRAINT declared_is_a_date CHECK ("declared" IS NULL OR "declared" IS date("declared", '+0 days')), 
	CONSTRAINT withdrawn_is_a_date CHECK ("withdrawn" IS NULL OR "withdrawn" IS date("withdrawn", '+0 days')), 
	CONSTRAINT lag_days_within CHECK ("lag_days" IS NULL OR (typeof("lag_days") = 'integer' AND "lag_days" BETWEEN 0 AND 30)), 
	UNIQUE (uid)
);

CREATE TABLE visit (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	day DATE NOT NULL, 
	note VARCHAR, 
	PRIMARY KEY (id), 
	CONSTRAINT day_is_a_date CHECK ("day" IS NULL OR "day" IS date("day", '+0 days')), 
	UNIQUE (uid)
);

CREATE TABLE discussed (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	finding VARCHAR NOT NULL, 
	day DATE NOT NULL, 
	note VARCHAR, 
	PRIMARY KEY (id), 
	CONSTRAINT day_is_a_date CHECK ("day" IS NULL OR "day" IS date("day", '+0 days')), 
	UNIQUE (uid)
);

CREATE TABLE question (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	asked DATE NOT NULL, 
	done DATE, 
	PRIMARY KEY (id), 
	CONSTRAINT asked_is_a_date CHECK ("asked" IS NULL OR "asked" IS date("asked", '+0 days')), 
	CONSTRAINT done_is_a_date CHECK ("done" IS NULL OR "done" IS date("done", '+0 days')), 
	UNIQUE (uid)
);

CREATE TABLE own_factor (
	name VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	unit VARCHAR, 
	PRIMARY KEY (name), 
	CONSTRAINT measure_known CHECK ("measure" IN ('number', 'yes_no'))
);

CREATE TABLE profile (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);

CREATE TABLE batch (
	id INTEGER NOT NULL, 
	time INTEGER NOT NULL, 
	command VARCHAR NOT NULL, 
	words VARCHAR, 
	state VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT state_known CHECK ("state" IN ('done', 'undone', 'dropped'))
);

CREATE INDEX batch_by_state ON batch (state, id);

CREATE TABLE journal (
	seq INTEGER NOT NULL, 
	time INTEGER NOT NULL, 
	batch INTEGER NOT NULL, 
	action VARCHAR NOT NULL, 
	table_name VARCHAR NOT NULL, 
	uid VARCHAR NOT NULL, 
	entry_id INTEGER, 
	"before" VARCHAR, 
	"after" VARCHAR, 
	PRIMARY KEY (seq), 
	CONSTRAINT action_known CHECK ("action" IN ('add', 'change', 'remove')), 
	CONSTRAINT something_changed CHECK (before IS NOT NULL OR after IS NOT NULL), 
	FOREIGN KEY(batch) REFERENCES batch (id)
);

CREATE INDEX journal_by_batch ON journal (batch, seq);

CREATE INDEX journal_by_entry ON journal (entry_id, seq);

CREATE VIEW "episode_readable" AS
SELECT
	"id",
	"uid",
	"day",
	CASE precision WHEN 'minute' THEN strftime('%Y-%m-%d %H:%M:%S', instant + offset_s, 'unixepoch') || printf('%s%02d:%02d', CASE WHEN offset_s < 0 THEN '-' ELSE '+' END, abs(offset_s) / 3600, abs(offset_s) % 3600 / 60) WHEN 'part_of_day' THEN day || ' ' || part_of_day ELSE day END AS "when",
	"zone",
	"kind",
	"region",
	"part",
	"side",
	"muscle",
	"duration_s",
	"intensity",
	"pattern",
	"activity",
	"triggers",
	"sensations",
	"relief",
	"denied",
	"note",
	"words",
	"source"
FROM "episode";

CREATE VIEW "symptom_readable" AS
SELECT
	"id",
	"uid",
	"day",
	CASE precision WHEN 'minute' THEN strftime('%Y-%m-%d %H:%M:%S', instant + offset_s, 'unixepoch') || printf('%s%02d:%02d', CASE WHEN offset_s < 0 THEN '-' ELSE '+' END, abs(offset_s) / 3600, abs(offset_s) % 3600 / 60) WHEN 'part_of_day' THEN day || ' ' || part_of_day ELSE day END AS "when",
	"zone",
	"episode_uid",
	"symptom",
	"region",
	"part",
	"side",
	CASE "sudden" WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS "sudden",
	"severity",
	CASE "present" WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS "present",
	"note",
	"words",
	"source"
FROM "symptom";

CREATE VIEW "day_readable" AS
SELECT
	"date",
	"twitching",
	CASE "checked_in" WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS "checked_in",
	"note"
FROM "day";

CREATE VIEW "day_factor_readable" AS
SELECT
	"date",
	"factor",
	"amount"
FROM "day_factor";

CREATE VIEW "intake_readable" AS
SELECT
	"id",
	"uid",
	"day",
	CASE precision WHEN 'minute' THEN strftime('%Y-%m-%d %H:%M:%S', instant + offset_s, 'unixepoch') || printf('%s%02d:%02d', CASE WHEN offset_s < 0 THEN '-' ELSE '+' END, abs(offset_s) / 3600, abs(offset_s) % 3600 / 60) WHEN 'part_of_day' THEN day || ' ' || part_of_day ELSE day END AS "when",
	"zone",
	"factor",
	"amount",
	"note",
	"words",
	"source"
FROM "intake";

CREATE VIEW "medicine_readable" AS
SELECT
	"id",
	"uid",
	"name",
	"day",
	"action",
	"dose",
	CASE "suspected" WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS "suspected",
	"note"
FROM "medicine";

CREATE VIEW "change_readable" AS
SELECT
	"id",
	"uid",
	"what",
	"start",
	"end",
	"note"
FROM "change";

CREATE VIEW "suspicion_readable" AS
SELECT
	"id",
	"uid",
	"factor",
	"lag_days",
	"declared",
	"withdrawn"
FROM "suspicion";

CREATE VIEW "visit_readable" AS
SELECT
	"id",
	"uid",
	"day",
	"note"
FROM "visit";

CREATE VIEW "discussed_readable" AS
SELECT
	"id",
	"uid",
	"finding",
	"day",
	"note"
FROM "discussed";

CREATE VIEW "question_readable" AS
SELECT
	"id",
	"uid",
	"text",
	"asked",
	"done"
FROM "question";

CREATE VIEW "own_factor_readable" AS
SELECT
	"name",
	"measure",
	"unit"
FROM "own_factor";

CREATE VIEW "profile_readable" AS
SELECT
	"name",
	"value"
FROM "profile";

CREATE VIEW "batch_readable" AS
SELECT
	"id",
	strftime('%Y-%m-%d %H:%M:%SZ', "time", 'unixepoch') AS "time",
	"command",
	"words",
	"state"
FROM "batch";

CREATE VIEW "journal_readable" AS
SELECT
	"seq",
	strftime('%Y-%m-%d %H:%M:%SZ', "time", 'unixepoch') AS "time",
	"batch",
	"action",
	"table_name",
	"uid",
	"entry_id",
	"before",
	"after"
FROM "journal";
