BEGIN TRANSACTION;
CREATE TABLE events (
	position BIGINT NOT NULL, 
	event_id TEXT, 
	dataset TEXT, 
	n_mentions BIGINT, 
	start BIGINT, 
	"end" BIGINT, 
	core_start BIGINT, 
	core_end BIGINT, 
	timezone TEXT, 
	ongoing BOOLEAN, 
	granularity TEXT, 
	time_text TEXT, 
	reference_time BIGINT, 
	reference_source TEXT, 
	time_rule TEXT, 
	time_notes TEXT, 
	event_type TEXT, 
	sub_event_type TEXT, 
	ext_type TEXT, 
	modality TEXT, 
	actor1 TEXT, 
	actor1_type TEXT, 
	actor2 TEXT, 
	actor2_type TEXT, 
	assoc_actors TEXT, 
	location TEXT, 
	place_id TEXT, 
	admin1 TEXT, 
	admin2 TEXT, 
	admin3 TEXT, 
	country TEXT, 
	iso TEXT, 
	latitude FLOAT, 
	longitude FLOAT, 
	geo_precision BIGINT, 
	route_from TEXT, 
	route_to TEXT, 
	fatalities BIGINT, 
	fatalities_low BIGINT, 
	fatalities_high BIGINT, 
	fatalities_text TEXT, 
	injured BIGINT, 
	source TEXT, 
	url TEXT, 
	title TEXT, 
	published BIGINT, 
	notes TEXT, 
	char_start BIGINT, 
	char_end BIGINT, 
	confidence FLOAT, 
	conflicts TEXT, 
	review_status TEXT, 
	tags TEXT, 
	extra TEXT
);
INSERT INTO "events" VALUES(0,'a2ff0cfa76d3','old',1,1520287200000000,1520373600000000,NULL,NULL,'Asia/Damascus',0,'day','Tuesday',1520287200000000,'given','<weekday>','','Explosions/Remote violence','Shelling/artillery/missile attack','','happened','','','','','','Zamalka','ct:zamalka','Rif Dimashq','Duma','','Syria','SY',33.529,36.353,1,'','',NULL,NULL,NULL,'',NULL,'Monitor 1','1.txt','',1520287200000000,'Rockets hit Zamalka on Tuesday.',33,64,0.95,'','unreviewed','','');
INSERT INTO "events" VALUES(1,'d19dc18ddac6','old',1,1520287200000000,1520373600000000,NULL,NULL,'Asia/Damascus',0,'day','Tuesday',1520287200000000,'given','<weekday>','','Explosions/Remote violence','Shelling/artillery/missile attack','','happened','','','','','','Douma','ct:douma','Rif Dimashq','Duma','','Syria','SY',33.572,36.402,1,'','',NULL,NULL,NULL,'',NULL,'Monitor 1','1.txt','',1520287200000000,'On Tuesday shells fell on Douma.',0,32,0.95,'','unreviewed','','');
INSERT INTO "events" VALUES(2,'7fee6d656b20','old',1,1520308800000000,1520330400000000,NULL,NULL,'Asia/Damascus',0,'daypart','this morning',1520287200000000,'given','this <part>','','Explosions/Remote violence','Air/drone strike','','happened','Unidentified Aircraft','External/Other Forces','','','','Arbin','ct:arbin','Rif Dimashq','Duma','','Syria','SY',33.54,36.367,1,'','',NULL,NULL,NULL,'',NULL,'Monitor 0','0.txt','',1520287200000000,'Warplanes bombed Arbin this morning.',60,96,0.95,'','unreviewed','','');
INSERT INTO "events" VALUES(3,'8dbef7435183','old',1,1520308800000000,1520330400000000,NULL,NULL,'Asia/Damascus',0,'daypart','this morning',1520287200000000,'given','this <part>','','Explosions/Remote violence','Shelling/artillery/missile attack','','happened','','','','','','Douma','ct:douma','Rif Dimashq','Duma','','Syria','SY',33.572,36.402,1,'','',3,3,3,'three',NULL,'Monitor 0','0.txt','',1520287200000000,'Artillery shelled Douma this morning, killing three people.',0,59,0.95,'','unreviewed','','');
CREATE TABLE mentions (
	position BIGINT NOT NULL, 
	mention_id TEXT, 
	event_id TEXT, 
	report_id TEXT, 
	char_start BIGINT, 
	char_end BIGINT, 
	quote TEXT, 
	time_text TEXT, 
	time_char_start BIGINT, 
	time_char_end BIGINT, 
	start BIGINT, 
	"end" BIGINT, 
	time_rule TEXT, 
	reference_time BIGINT, 
	frame TEXT, 
	modality TEXT, 
	"conflict" TEXT
);
INSERT INTO "mentions" VALUES(0,'a91ef461295a','8dbef7435183','6df3fc7e3a94',0,59,'Artillery shelled Douma this morning, killing three people.','this morning',24,36,1520308800000000,1520330400000000,'this <part>',1520287200000000,'report of Tuesday 6 March 2018','happened','');
INSERT INTO "mentions" VALUES(1,'c5a935bb9afa','7fee6d656b20','6df3fc7e3a94',60,96,'Warplanes bombed Arbin this morning.','this morning',83,95,1520308800000000,1520330400000000,'this <part>',1520287200000000,'report of Tuesday 6 March 2018','happened','');
INSERT INTO "mentions" VALUES(2,'721f75852c6e','d19dc18ddac6','eac8f226d335',0,32,'On Tuesday shells fell on Douma.','Tuesday',3,10,1520287200000000,1520373600000000,'<weekday>',1520287200000000,'report of Tuesday 6 March 2018','happened','');
INSERT INTO "mentions" VALUES(3,'6163dc939197','a2ff0cfa76d3','eac8f226d335',33,64,'Rockets hit Zamalka on Tuesday.','Tuesday',56,63,1520287200000000,1520373600000000,'<weekday>',1520287200000000,'report of Tuesday 6 March 2018','happened','');
CREATE TABLE meta (
	"key" VARCHAR(40) NOT NULL, 
	value TEXT, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('application','conflict-timeline');
INSERT INTO "meta" VALUES('version','1');
INSERT INTO "meta" VALUES('saves','1');
CREATE TABLE reports (
	position BIGINT NOT NULL, 
	report_id TEXT, 
	title TEXT, 
	source TEXT, 
	url TEXT, 
	text TEXT, 
	published BIGINT, 
	published_source TEXT, 
	published_evidence TEXT, 
	timezone TEXT, 
	unread TEXT, 
	notes TEXT, 
	dataset TEXT, 
	fingerprint TEXT
);
INSERT INTO "reports" VALUES(0,'6df3fc7e3a94','','Monitor 0','0.txt','Artillery shelled Douma this morning, killing three people. Warplanes bombed Arbin this morning.',1520287200000000,'given','','Asia/Damascus','[]','','old','04cb24d73f05b24c5f316272c118706d');
INSERT INTO "reports" VALUES(1,'eac8f226d335','','Monitor 1','1.txt','On Tuesday shells fell on Douma. Rockets hit Zamalka on Tuesday.',1520287200000000,'given','','Asia/Damascus','[]','','old','a5c71b927ca5184eee2141b2568f5c74');
CREATE UNIQUE INDEX events_by_id ON events (event_id);
CREATE INDEX mentions_by_report ON mentions (report_id);
CREATE INDEX mentions_by_event ON mentions (event_id);
CREATE UNIQUE INDEX reports_by_id ON reports (report_id);
COMMIT;