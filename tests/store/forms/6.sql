BEGIN TRANSACTION;
CREATE TABLE brought_events (
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
	missing BIGINT, 
	captured BIGINT, 
	displaced BIGINT, 
	harm_text TEXT, 
	source TEXT, 
	url TEXT, 
	title TEXT, 
	published BIGINT, 
	notes TEXT, 
	char_start BIGINT, 
	char_end BIGINT, 
	confidence FLOAT, 
	doubts TEXT, 
	conflicts TEXT, 
	review_status TEXT, 
	tags TEXT, 
	extra TEXT
);
INSERT INTO "brought_events" VALUES(0,'8dbef7435183','old',2,1520308800000000,1520330400000000,NULL,NULL,'Asia/Damascus',0,'daypart','this morning',1520287200000000,'given','this <part>','','Explosions/Remote violence','Shelling/artillery/missile attack','','happened','','','Civilians','Civilians','','Douma','ct:douma','Rif Dimashq','Duma','','Syria','SY',33.572,36.402,1,'','',3,3,3,'three',NULL,NULL,NULL,NULL,'','Monitor 0; Monitor 1','0.txt','',1520287200000000,'Artillery shelled Douma this morning, killing three people.',0,59,0.65,'','','unreviewed','','');
INSERT INTO "brought_events" VALUES(1,'7fee6d656b20','old',2,1520287200000000,1520373600000000,NULL,NULL,'Asia/Damascus',0,'day','Tuesday',1520287200000000,'given','<weekday>','','Explosions/Remote violence','Shelling/artillery/missile attack','','happened','Unidentified Aircraft','External/Other Forces','','','Warplanes','Zamalka','ct:zamalka','Rif Dimashq','Duma','','Syria','SY',33.529,36.353,1,'','',NULL,NULL,NULL,'',NULL,NULL,NULL,NULL,'','Monitor 1; Monitor 0','1.txt','',1520287200000000,'Rockets hit Zamalka on Tuesday.',33,64,0.54,'who: nobody is named (-0.1)','Monitor 0: Arbin, not Zamalka, 2 km off','accepted','','');
CREATE TABLE brought_mentions (
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
	"conflict" TEXT, 
	likeness TEXT, 
	fields TEXT
);
INSERT INTO "brought_mentions" VALUES(0,'a91ef461295a','8dbef7435183','6df3fc7e3a94',0,59,'Artillery shelled Douma this morning, killing three people.','this morning',24,36,1520308800000000,1520330400000000,'this <part>',1520287200000000,'report of Tuesday 6 March 2018','happened','','','[{"char_start": 24, "char_end": 36, "rule": "this <part>", "told": {"start": "2018-03-06 04:00:00+00:00", "end": "2018-03-06 10:00:00+00:00", "granularity": "daypart", "time_text": "this morning", "reference_time": "2018-03-05 22:00:00+00:00", "reference_source": "given", "time_rule": "this <part>"}}, {"char_start": 10, "char_end": 17, "rule": "fire by artillery, rockets, missiles", "told": {"event_type": "Explosions/Remote violence", "sub_event_type": "Shelling/artillery/missile attack"}}, {"char_start": 46, "char_end": 58, "rule": "civilians", "told": {"actor2": "Civilians", "actor2_type": "Civilians"}}, {"char_start": 18, "char_end": 23, "rule": "exact name, country given, region of the report, near other places of the text", "told": {"location": "Douma", "place_id": "ct:douma", "admin1": "Rif Dimashq", "admin2": "Duma", "country": "Syria", "iso": "SY", "latitude": 33.572, "longitude": 36.402, "geo_precision": 1}}, {"char_start": 46, "char_end": 51, "rule": "the dead counted", "told": {"fatalities": 3, "fatalities_low": 3, "fatalities_high": 3, "fatalities_text": "three"}}]');
INSERT INTO "brought_mentions" VALUES(1,'721f75852c6e','8dbef7435183','eac8f226d335',0,32,'On Tuesday shells fell on Douma.','Tuesday',3,10,1520287200000000,1520373600000000,'<weekday>',1520287200000000,'report of Tuesday 6 March 2018','happened','','as in Monitor 0: kind +1.0 (Shelling/artillery/missile attack), time +1.1 (overlapping), place +1.5 (Douma), fellows +0.1 (100% agree): 3.7, of 3.0 needed','[{"char_start": 3, "char_end": 10, "rule": "<weekday>", "told": {"start": "2018-03-05 22:00:00+00:00", "end": "2018-03-06 22:00:00+00:00", "granularity": "day", "time_text": "Tuesday", "reference_time": "2018-03-05 22:00:00+00:00", "reference_source": "given", "time_rule": "<weekday>"}}, {"char_start": 11, "char_end": 17, "rule": "fire by artillery, rockets, missiles", "told": {"event_type": "Explosions/Remote violence", "sub_event_type": "Shelling/artillery/missile attack"}}, {"char_start": 26, "char_end": 31, "rule": "exact name, country given, region of the report, near other places of the text", "told": {"location": "Douma", "place_id": "ct:douma", "admin1": "Rif Dimashq", "admin2": "Duma", "country": "Syria", "iso": "SY", "latitude": 33.572, "longitude": 36.402, "geo_precision": 1}}]');
INSERT INTO "brought_mentions" VALUES(2,'6163dc939197','7fee6d656b20','eac8f226d335',33,64,'Rockets hit Zamalka on Tuesday.','Tuesday',56,63,1520287200000000,1520373600000000,'<weekday>',1520287200000000,'report of Tuesday 6 March 2018','happened','','joined by hand: one salvo','[{"char_start": 56, "char_end": 63, "rule": "<weekday>", "told": {"start": "2018-03-05 22:00:00+00:00", "end": "2018-03-06 22:00:00+00:00", "granularity": "day", "time_text": "Tuesday", "reference_time": "2018-03-05 22:00:00+00:00", "reference_source": "given", "time_rule": "<weekday>"}}, {"char_start": 33, "char_end": 40, "rule": "fire by artillery, rockets, missiles", "told": {"event_type": "Explosions/Remote violence", "sub_event_type": "Shelling/artillery/missile attack"}}, {"char_start": 45, "char_end": 52, "rule": "only one of that name", "told": {"location": "Zamalka", "place_id": "ct:zamalka", "admin1": "Rif Dimashq", "admin2": "Duma", "country": "Syria", "iso": "SY", "latitude": 33.529, "longitude": 36.353, "geo_precision": 1}}]');
INSERT INTO "brought_mentions" VALUES(3,'c5a935bb9afa','7fee6d656b20','6df3fc7e3a94',60,96,'Warplanes bombed Arbin this morning.','this morning',83,95,1520308800000000,1520330400000000,'this <part>',1520287200000000,'report of Tuesday 6 March 2018','happened','Monitor 0: Arbin, not Zamalka, 2 km off','','[{"char_start": 83, "char_end": 95, "rule": "this <part>", "told": {"start": "2018-03-06 04:00:00+00:00", "end": "2018-03-06 10:00:00+00:00", "granularity": "daypart", "time_text": "this morning", "reference_time": "2018-03-05 22:00:00+00:00", "reference_source": "given", "time_rule": "this <part>"}}, {"char_start": 60, "char_end": 69, "rule": "attack from the air", "told": {"event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike"}}, {"char_start": 60, "char_end": 69, "rule": "weapon", "told": {"actor1": "Unidentified Aircraft", "actor1_type": "External/Other Forces"}}, {"char_start": null, "char_end": null, "rule": "others named", "told": {"assoc_actors": "Warplanes"}}, {"char_start": 77, "char_end": 82, "rule": "only one of that name", "told": {"location": "Arbin", "place_id": "ct:arbin", "admin1": "Rif Dimashq", "admin2": "Duma", "country": "Syria", "iso": "SY", "latitude": 33.54, "longitude": 36.367, "geo_precision": 1}}]');
CREATE TABLE changes (
	edit BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	subject TEXT NOT NULL, 
	field TEXT NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	read TEXT
);
CREATE TABLE edited_mentions (
	edit BIGINT NOT NULL, 
	place BIGINT NOT NULL, 
	subject TEXT NOT NULL, 
	mention_id TEXT NOT NULL, 
	report_id TEXT NOT NULL, 
	char_start BIGINT NOT NULL, 
	char_end BIGINT NOT NULL
);
INSERT INTO "edited_mentions" VALUES(1,0,'','c5a935bb9afa','6df3fc7e3a94',60,96);
INSERT INTO "edited_mentions" VALUES(1,1,'','6163dc939197','eac8f226d335',33,64);
INSERT INTO "edited_mentions" VALUES(2,0,'','a91ef461295a','6df3fc7e3a94',0,59);
INSERT INTO "edited_mentions" VALUES(2,1,'','721f75852c6e','eac8f226d335',0,32);
INSERT INTO "edited_mentions" VALUES(2,2,'','c5a935bb9afa','6df3fc7e3a94',60,96);
INSERT INTO "edited_mentions" VALUES(2,3,'','6163dc939197','eac8f226d335',33,64);
CREATE TABLE edits (
	number BIGINT NOT NULL, 
	made BIGINT NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	sides TEXT NOT NULL, 
	because TEXT NOT NULL, 
	undone BIGINT, "who" TEXT, "undone_by" TEXT, "undone_as" BIGINT, 
	PRIMARY KEY (number)
);
INSERT INTO "edits" VALUES(1,1793534400000000,'join','[[["c5a935bb9afa", "6df3fc7e3a94", 60, 96]], [["6163dc939197", "eac8f226d335", 33, 64]]]','one salvo',NULL,NULL,NULL,NULL);
INSERT INTO "edits" VALUES(2,1793534400000000,'join','[[["a91ef461295a", "6df3fc7e3a94", 0, 59], ["721f75852c6e", "eac8f226d335", 0, 32]], [["c5a935bb9afa", "6df3fc7e3a94", 60, 96], ["6163dc939197", "eac8f226d335", 33, 64]]]','wrong',1793534400000000,NULL,NULL,NULL);
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
	missing BIGINT, 
	captured BIGINT, 
	displaced BIGINT, 
	harm_text TEXT, 
	source TEXT, 
	url TEXT, 
	title TEXT, 
	published BIGINT, 
	notes TEXT, 
	char_start BIGINT, 
	char_end BIGINT, 
	confidence FLOAT, 
	doubts TEXT, 
	conflicts TEXT, 
	review_status TEXT, 
	tags TEXT, 
	extra TEXT
);
INSERT INTO "events" VALUES(0,'a2ff0cfa76d3','old',1,1520287200000000,1520373600000000,NULL,NULL,'Asia/Damascus',0,'day','Tuesday',1520287200000000,'given','<weekday>','','Explosions/Remote violence','Shelling/artillery/missile attack','','happened','','','','','','Zamalka','ct:zamalka','Rif Dimashq','Duma','','Syria','SY',33.529,36.353,1,'','',NULL,NULL,NULL,'',NULL,NULL,NULL,NULL,'','Monitor 1','1.txt','',1520287200000000,'Rockets hit Zamalka on Tuesday.',33,64,0.64,'who: nobody is named (-0.1)','','accepted','','');
INSERT INTO "events" VALUES(1,'d19dc18ddac6','old',1,1520287200000000,1520373600000000,NULL,NULL,'Asia/Damascus',0,'day','Tuesday',1520287200000000,'given','<weekday>','','Explosions/Remote violence','Shelling/artillery/missile attack','','happened','','','','','','Douma','ct:douma','Rif Dimashq','Duma','','Syria','SY',33.572,36.402,1,'','',NULL,NULL,NULL,'',NULL,NULL,NULL,NULL,'','Monitor 1','1.txt','',1520287200000000,'On Tuesday shells fell on Douma.',0,32,0.64,'who: nobody is named (-0.1)','','unreviewed','','');
INSERT INTO "events" VALUES(2,'7fee6d656b20','old',1,1520308800000000,1520330400000000,NULL,NULL,'Asia/Damascus',0,'daypart','this morning',1520287200000000,'given','this <part>','','Explosions/Remote violence','Air/drone strike','','happened','Unidentified Aircraft','External/Other Forces','','','Warplanes','Arbin','ct:arbin','Rif Dimashq','Duma','','Syria','SY',33.54,36.367,1,'','',NULL,NULL,NULL,'',NULL,NULL,NULL,NULL,'','Monitor 0','0.txt','',1520287200000000,'Warplanes bombed Arbin this morning.',60,96,0.65,'','','unreviewed','','');
INSERT INTO "events" VALUES(3,'8dbef7435183','old',1,1520308800000000,1520330400000000,NULL,NULL,'Asia/Damascus',0,'daypart','this morning',1520287200000000,'given','this <part>','','Explosions/Remote violence','Shelling/artillery/missile attack','','happened','','','Civilians','Civilians','','Douma','ct:douma','Rif Dimashq','Duma','','Syria','SY',33.572,36.402,1,'','',3,3,3,'three',NULL,NULL,NULL,NULL,'','Monitor 0','0.txt','',1520287200000000,'Artillery shelled Douma this morning, killing three people.',0,59,0.65,'','','unreviewed','','');
CREATE TABLE kin (
	event_id TEXT NOT NULL, 
	kin TEXT, 
	PRIMARY KEY (event_id)
);
INSERT INTO "kin" VALUES('7fee6d656b20','7fee6d656b20');
INSERT INTO "kin" VALUES('8dbef7435183','8dbef7435183');
INSERT INTO "kin" VALUES('a2ff0cfa76d3','7fee6d656b20');
INSERT INTO "kin" VALUES('d19dc18ddac6','8dbef7435183');
CREATE TABLE made_of (
	event_id TEXT NOT NULL, 
	kin TEXT NOT NULL, 
	PRIMARY KEY (event_id)
);
INSERT INTO "made_of" VALUES('8dbef7435183','8dbef7435183');
INSERT INTO "made_of" VALUES('7fee6d656b20','7fee6d656b20');
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
	"conflict" TEXT, 
	likeness TEXT, 
	fields TEXT
);
INSERT INTO "mentions" VALUES(0,'a91ef461295a','8dbef7435183','6df3fc7e3a94',0,59,'Artillery shelled Douma this morning, killing three people.','this morning',24,36,1520308800000000,1520330400000000,'this <part>',1520287200000000,'report of Tuesday 6 March 2018','happened','','','[{"char_start": 24, "char_end": 36, "rule": "this <part>", "told": {"start": "2018-03-06 04:00:00+00:00", "end": "2018-03-06 10:00:00+00:00", "granularity": "daypart", "time_text": "this morning", "reference_time": "2018-03-05 22:00:00+00:00", "reference_source": "given", "time_rule": "this <part>"}}, {"char_start": 10, "char_end": 17, "rule": "fire by artillery, rockets, missiles", "told": {"event_type": "Explosions/Remote violence", "sub_event_type": "Shelling/artillery/missile attack"}}, {"char_start": 46, "char_end": 58, "rule": "civilians", "told": {"actor2": "Civilians", "actor2_type": "Civilians"}}, {"char_start": 18, "char_end": 23, "rule": "exact name, country given, region of the report, near other places of the text", "told": {"location": "Douma", "place_id": "ct:douma", "admin1": "Rif Dimashq", "admin2": "Duma", "country": "Syria", "iso": "SY", "latitude": 33.572, "longitude": 36.402, "geo_precision": 1}}, {"char_start": 46, "char_end": 51, "rule": "the dead counted", "told": {"fatalities": 3, "fatalities_low": 3, "fatalities_high": 3, "fatalities_text": "three"}}]');
INSERT INTO "mentions" VALUES(1,'c5a935bb9afa','7fee6d656b20','6df3fc7e3a94',60,96,'Warplanes bombed Arbin this morning.','this morning',83,95,1520308800000000,1520330400000000,'this <part>',1520287200000000,'report of Tuesday 6 March 2018','happened','','','[{"char_start": 83, "char_end": 95, "rule": "this <part>", "told": {"start": "2018-03-06 04:00:00+00:00", "end": "2018-03-06 10:00:00+00:00", "granularity": "daypart", "time_text": "this morning", "reference_time": "2018-03-05 22:00:00+00:00", "reference_source": "given", "time_rule": "this <part>"}}, {"char_start": 60, "char_end": 69, "rule": "attack from the air", "told": {"event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike"}}, {"char_start": 60, "char_end": 69, "rule": "weapon", "told": {"actor1": "Unidentified Aircraft", "actor1_type": "External/Other Forces"}}, {"char_start": null, "char_end": null, "rule": "others named", "told": {"assoc_actors": "Warplanes"}}, {"char_start": 77, "char_end": 82, "rule": "only one of that name", "told": {"location": "Arbin", "place_id": "ct:arbin", "admin1": "Rif Dimashq", "admin2": "Duma", "country": "Syria", "iso": "SY", "latitude": 33.54, "longitude": 36.367, "geo_precision": 1}}]');
INSERT INTO "mentions" VALUES(2,'721f75852c6e','d19dc18ddac6','eac8f226d335',0,32,'On Tuesday shells fell on Douma.','Tuesday',3,10,1520287200000000,1520373600000000,'<weekday>',1520287200000000,'report of Tuesday 6 March 2018','happened','','','[{"char_start": 3, "char_end": 10, "rule": "<weekday>", "told": {"start": "2018-03-05 22:00:00+00:00", "end": "2018-03-06 22:00:00+00:00", "granularity": "day", "time_text": "Tuesday", "reference_time": "2018-03-05 22:00:00+00:00", "reference_source": "given", "time_rule": "<weekday>"}}, {"char_start": 11, "char_end": 17, "rule": "fire by artillery, rockets, missiles", "told": {"event_type": "Explosions/Remote violence", "sub_event_type": "Shelling/artillery/missile attack"}}, {"char_start": 26, "char_end": 31, "rule": "exact name, country given, region of the report, near other places of the text", "told": {"location": "Douma", "place_id": "ct:douma", "admin1": "Rif Dimashq", "admin2": "Duma", "country": "Syria", "iso": "SY", "latitude": 33.572, "longitude": 36.402, "geo_precision": 1}}]');
INSERT INTO "mentions" VALUES(3,'6163dc939197','a2ff0cfa76d3','eac8f226d335',33,64,'Rockets hit Zamalka on Tuesday.','Tuesday',56,63,1520287200000000,1520373600000000,'<weekday>',1520287200000000,'report of Tuesday 6 March 2018','happened','','','[{"char_start": 56, "char_end": 63, "rule": "<weekday>", "told": {"start": "2018-03-05 22:00:00+00:00", "end": "2018-03-06 22:00:00+00:00", "granularity": "day", "time_text": "Tuesday", "reference_time": "2018-03-05 22:00:00+00:00", "reference_source": "given", "time_rule": "<weekday>"}}, {"char_start": 33, "char_end": 40, "rule": "fire by artillery, rockets, missiles", "told": {"event_type": "Explosions/Remote violence", "sub_event_type": "Shelling/artillery/missile attack"}}, {"char_start": 45, "char_end": 52, "rule": "only one of that name", "told": {"location": "Zamalka", "place_id": "ct:zamalka", "admin1": "Rif Dimashq", "admin2": "Duma", "country": "Syria", "iso": "SY", "latitude": 33.529, "longitude": 36.353, "geo_precision": 1}}]');
CREATE TABLE meta (
	"key" VARCHAR(40) NOT NULL, 
	value TEXT, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('application','conflict-timeline');
INSERT INTO "meta" VALUES('version','6');
INSERT INTO "meta" VALUES('saves','4');
INSERT INTO "meta" VALUES('edits','0');
INSERT INTO "meta" VALUES('together','4 1');
CREATE TABLE near (
	"key" BIGINT NOT NULL, 
	event_id TEXT NOT NULL, 
	PRIMARY KEY ("key", event_id)
)
 WITHOUT ROWID

;
INSERT INTO "near" VALUES(-6078707286491319554,'7fee6d656b20');
INSERT INTO "near" VALUES(-5787257075678846385,'7fee6d656b20');
INSERT INTO "near" VALUES(-4052702994961435233,'7fee6d656b20');
INSERT INTO "near" VALUES(1244068550845118265,'7fee6d656b20');
INSERT INTO "near" VALUES(7202552218375210428,'7fee6d656b20');
INSERT INTO "near" VALUES(8244762578297336989,'7fee6d656b20');
INSERT INTO "near" VALUES(-6822679770830717620,'8dbef7435183');
INSERT INTO "near" VALUES(-6078707286491319554,'8dbef7435183');
INSERT INTO "near" VALUES(1244068550845118265,'8dbef7435183');
INSERT INTO "near" VALUES(5490240771069040227,'8dbef7435183');
INSERT INTO "near" VALUES(7202552218375210428,'8dbef7435183');
INSERT INTO "near" VALUES(8244762578297336989,'8dbef7435183');
INSERT INTO "near" VALUES(-8879821792604867642,'a2ff0cfa76d3');
INSERT INTO "near" VALUES(-6078707286491319554,'a2ff0cfa76d3');
INSERT INTO "near" VALUES(-5196851797786707037,'a2ff0cfa76d3');
INSERT INTO "near" VALUES(-2934952174232942208,'a2ff0cfa76d3');
INSERT INTO "near" VALUES(1244068550845118265,'a2ff0cfa76d3');
INSERT INTO "near" VALUES(3254500165992927945,'a2ff0cfa76d3');
INSERT INTO "near" VALUES(3321892783032710924,'a2ff0cfa76d3');
INSERT INTO "near" VALUES(7202552218375210428,'a2ff0cfa76d3');
INSERT INTO "near" VALUES(8244762578297336989,'a2ff0cfa76d3');
INSERT INTO "near" VALUES(-6822679770830717620,'d19dc18ddac6');
INSERT INTO "near" VALUES(-6078707286491319554,'d19dc18ddac6');
INSERT INTO "near" VALUES(-5196851797786707037,'d19dc18ddac6');
INSERT INTO "near" VALUES(-2969623237037831747,'d19dc18ddac6');
INSERT INTO "near" VALUES(-2934952174232942208,'d19dc18ddac6');
INSERT INTO "near" VALUES(1244068550845118265,'d19dc18ddac6');
INSERT INTO "near" VALUES(5490240771069040227,'d19dc18ddac6');
INSERT INTO "near" VALUES(7202552218375210428,'d19dc18ddac6');
INSERT INTO "near" VALUES(8244762578297336989,'d19dc18ddac6');
CREATE TABLE notes (
	number BIGINT NOT NULL, 
	made BIGINT NOT NULL, 
	who TEXT NOT NULL, 
	removed BIGINT, 
	removed_by TEXT, 
	text TEXT NOT NULL, 
	event_id TEXT, 
	mentions TEXT, 
	moment BIGINT, 
	PRIMARY KEY (number)
);
CREATE TABLE places (
	place_id TEXT NOT NULL, 
	name TEXT, 
	kind TEXT, 
	latitude FLOAT, 
	longitude FLOAT, 
	iso TEXT, 
	admin1 TEXT, 
	admin2 TEXT, 
	population BIGINT, 
	others TEXT, 
	keys TEXT, 
	source TEXT, 
	PRIMARY KEY (place_id)
);
CREATE TABLE read_by (
	report_id TEXT NOT NULL, 
	mark TEXT NOT NULL, 
	PRIMARY KEY (report_id)
);
CREATE TABLE replaced (
	position BIGINT NOT NULL, 
	event_id TEXT NOT NULL, 
	PRIMARY KEY (event_id)
);
INSERT INTO "replaced" VALUES(0,'7fee6d656b20');
INSERT INTO "replaced" VALUES(0,'8dbef7435183');
INSERT INTO "replaced" VALUES(0,'a2ff0cfa76d3');
INSERT INTO "replaced" VALUES(0,'d19dc18ddac6');
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
, "sha256" TEXT, "read_at" BIGINT);
INSERT INTO "reports" VALUES(0,'6df3fc7e3a94','','Monitor 0','0.txt','Artillery shelled Douma this morning, killing three people. Warplanes bombed Arbin this morning.',1520287200000000,'given','','Asia/Damascus','[]','','old','9d697e4aef502b5087d4eb3fad3ed374',NULL,NULL);
INSERT INTO "reports" VALUES(1,'eac8f226d335','','Monitor 1','1.txt','On Tuesday shells fell on Douma. Rockets hit Zamalka on Tuesday.',1520287200000000,'given','','Asia/Damascus','[]','','old','5910904985d86f27c614314e02fb735c',NULL,NULL);
CREATE TABLE saved_views (
	number BIGINT NOT NULL, 
	made BIGINT NOT NULL, 
	who TEXT NOT NULL, 
	removed BIGINT, 
	removed_by TEXT, 
	name TEXT NOT NULL, 
	"query" TEXT NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE touched (
	number BIGINT NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	"key" TEXT NOT NULL
);
INSERT INTO "touched" VALUES(1,'mark','64c820da077f69db');
INSERT INTO "touched" VALUES(1,'all','');
CREATE TABLE unsettled (
	kin TEXT NOT NULL, 
	PRIMARY KEY (kin)
);
CREATE UNIQUE INDEX events_by_id ON events (event_id);
CREATE INDEX mentions_by_event ON mentions (event_id);
CREATE INDEX mentions_by_report ON mentions (report_id);
CREATE UNIQUE INDEX reports_by_id ON reports (report_id);
CREATE INDEX changes_by_edit ON changes (edit);
CREATE INDEX changes_by_subject ON changes (subject);
CREATE INDEX edited_by_edit ON edited_mentions (edit);
CREATE INDEX edited_by_report ON edited_mentions (report_id);
CREATE INDEX kin_by_name ON kin (kin);
CREATE INDEX made_of_kin ON made_of (kin);
CREATE INDEX near_by_event ON near (event_id);
CREATE INDEX brought_by_id ON brought_events (event_id);
CREATE INDEX brought_mentions_by_event ON brought_mentions (event_id);
CREATE INDEX touched_by_number ON touched (number);
COMMIT;
