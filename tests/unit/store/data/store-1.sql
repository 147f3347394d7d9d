-- A store of version 1 as the program of that time left it: a signed and a revised reading, and a draft by another.
CREATE TABLE foragrade_schema (version INTEGER NOT NULL);
INSERT INTO "foragrade_schema" VALUES(1);
CREATE TABLE studies (uid TEXT PRIMARY KEY, patient_name TEXT NOT NULL, patient_id TEXT NOT NULL, study_date TEXT NOT NULL, description TEXT NOT NULL, images TEXT NOT NULL);
INSERT INTO "studies" VALUES('2.25.77','Phantom^Lumbar','PH-1','20260302','Lumbar spine','/images/77');
CREATE TABLE readers (name TEXT PRIMARY KEY, organization TEXT NOT NULL);
INSERT INTO "readers" VALUES('Reader^One','Phantom Hospital');
INSERT INTO "readers" VALUES('Reader^Zwei-Ünï','Phantom Hospital');
CREATE TABLE readings (id TEXT NOT NULL, revision INTEGER NOT NULL, study TEXT NOT NULL REFERENCES studies(uid), reader TEXT NOT NULL REFERENCES readers(name), status TEXT NOT NULL, version INTEGER NOT NULL, changed TEXT NOT NULL, header TEXT NOT NULL, PRIMARY KEY (id, revision), UNIQUE (study, reader, revision));
INSERT INTO "readings" VALUES('2.25.1001',1,'2.25.77','Reader^One','signed',6,'2026-03-02T11:43:42.691Z','{
  "schema": "foragrade/reading/1",
  "id": "2.25.1001",
  "status": "signed",
  "revision": 1,
  "created": "2026-03-02T09:15:04.250Z",
  "signedAt": "2026-03-02T10:00:00.000Z",
  "study": "2.25.77",
  "studyDate": "20260302",
  "studyDescription": "Lumbar spine",
  "bodyPart": "LSPINE",
  "patient": {
    "name": "Phantom^Lumbar",
    "id": "PH-1"
  },
  "reader": "Reader^One",
  "organization": "Phantom Hospital",
  "role": "reader",
  "scheme": "document",
  "numbering": {
    "thoracic": 12,
    "lumbar": 5,
    "transition": "none",
    "castellvi": "none",
    "countedFrom": "unknown",
    "certain": true
  },
  "indication": {
    "symptoms": [],
    "text": ""
  },
  "seriesUsed": [],
  "foramina": []
}
');
INSERT INTO "readings" VALUES('2.25.1001',2,'2.25.77','Reader^One','draft',2,'2026-03-02T11:43:42.704Z','{
  "schema": "foragrade/reading/1",
  "id": "2.25.1001",
  "status": "draft",
  "revision": 2,
  "created": "2026-03-02T09:15:04.250Z",
  "signedAt": null,
  "study": "2.25.77",
  "studyDate": "20260302",
  "studyDescription": "Lumbar spine",
  "bodyPart": "LSPINE",
  "patient": {
    "name": "Phantom^Lumbar",
    "id": "PH-1"
  },
  "reader": "Reader^One",
  "organization": "Phantom Hospital",
  "role": "reader",
  "scheme": "document",
  "numbering": {
    "thoracic": 12,
    "lumbar": 5,
    "transition": "none",
    "castellvi": "none",
    "countedFrom": "unknown",
    "certain": true
  },
  "indication": {
    "symptoms": [],
    "text": ""
  },
  "seriesUsed": [],
  "foramina": []
}
');
INSERT INTO "readings" VALUES('2.25.1002',1,'2.25.77','Reader^Zwei-Ünï','draft',2,'2026-03-02T11:43:42.764Z','{
  "schema": "foragrade/reading/1",
  "id": "2.25.1002",
  "status": "draft",
  "revision": 1,
  "created": "2026-03-02T09:15:04.250Z",
  "signedAt": null,
  "study": "2.25.77",
  "studyDate": "20260302",
  "studyDescription": "Lumbar spine",
  "bodyPart": "LSPINE",
  "patient": {
    "name": "Phantom^Lumbar",
    "id": "PH-1"
  },
  "reader": "Reader^Zwei-Ünï",
  "organization": "Phantom Hospital",
  "role": "reader",
  "scheme": "document",
  "numbering": {
    "thoracic": 12,
    "lumbar": 5,
    "transition": "none",
    "castellvi": "none",
    "countedFrom": "unknown",
    "certain": true
  },
  "indication": {
    "symptoms": [],
    "text": ""
  },
  "seriesUsed": [],
  "foramina": []
}
');
CREATE TABLE foramina (reading TEXT NOT NULL, revision INTEGER NOT NULL, foramen TEXT NOT NULL, grade INTEGER, record TEXT NOT NULL, PRIMARY KEY (reading, revision, foramen), FOREIGN KEY (reading, revision) REFERENCES readings(id, revision));
INSERT INTO "foramina" VALUES('2.25.1001',1,'L4-L5:R',1,'{"grade":1,"sides":{"superior":null,"inferior":null,"anterior":null,"posterior":null},"root":null,"notes":[],"contact":null,"noFatSeen":false,"notGradable":null,"confidence":null,"findings":[],"meyerding":null,"etiology":[],"imageQuality":"","disagreementReason":"","comment":"","timeSpentMs":0,"marks":{"stack":"2.25.77.1#1","frameOfReference":"2.25.77.9","grid":{"columns":64,"rows":64,"slices":5,"spacingMm":[0.7,0.7,4.4],"orientation":[0.0,1.0,0.0,0.0,0.0,-1.0],"origin":[10.0,-20.0,30.0]},"slice":null,"pedicleLine":null,"algorithm":"","labels":"2:29,30,34,1;2:30,29,35,1;2:31,29,35,1;2:32,29,35,1;2:33,29,35,1;2:34,30,34,1;"},"otherMarks":[]}');
INSERT INTO "foramina" VALUES('2.25.1001',1,'L5-S1:L',2,'{"grade":2,"sides":{"superior":null,"inferior":null,"anterior":null,"posterior":null},"root":null,"notes":[],"contact":null,"noFatSeen":false,"notGradable":null,"confidence":null,"findings":[],"meyerding":null,"etiology":[],"imageQuality":"","disagreementReason":"","comment":"","timeSpentMs":0,"marks":null,"otherMarks":[]}');
INSERT INTO "foramina" VALUES('2.25.1001',2,'L5-S1:L',2,'{"grade":2,"sides":{"superior":null,"inferior":null,"anterior":null,"posterior":null},"root":null,"notes":[],"contact":null,"noFatSeen":false,"notGradable":null,"confidence":null,"findings":[],"meyerding":null,"etiology":[],"imageQuality":"","disagreementReason":"","comment":"","timeSpentMs":0,"marks":null,"otherMarks":[]}');
INSERT INTO "foramina" VALUES('2.25.1001',2,'L4-L5:R',2,'{"grade":2,"sides":{"superior":null,"inferior":null,"anterior":null,"posterior":null},"root":null,"notes":[],"contact":null,"noFatSeen":false,"notGradable":null,"confidence":null,"findings":[],"meyerding":null,"etiology":[],"imageQuality":"","disagreementReason":"","comment":"","timeSpentMs":0,"marks":{"stack":"2.25.77.1#1","frameOfReference":"2.25.77.9","grid":{"columns":64,"rows":64,"slices":5,"spacingMm":[0.7,0.7,4.4],"orientation":[0.0,1.0,0.0,0.0,0.0,-1.0],"origin":[10.0,-20.0,30.0]},"slice":null,"pedicleLine":null,"algorithm":"","labels":"2:29,30,34,1;2:30,29,35,1;2:31,29,35,1;2:32,29,35,1;2:33,29,35,1;2:34,30,34,1;"},"otherMarks":[]}');
INSERT INTO "foramina" VALUES('2.25.1002',1,'L3-L4:L',NULL,'{"grade":null,"sides":{"superior":null,"inferior":null,"anterior":null,"posterior":null},"root":null,"notes":[],"contact":null,"noFatSeen":false,"notGradable":"metal; ''quoted''","confidence":null,"findings":[],"meyerding":null,"etiology":[],"imageQuality":"","disagreementReason":"","comment":"","timeSpentMs":0,"marks":null,"otherMarks":[]}');
CREATE TABLE events (number INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, reading TEXT NOT NULL, revision INTEGER NOT NULL, reader TEXT NOT NULL, name TEXT NOT NULL, change TEXT NOT NULL, FOREIGN KEY (reading, revision) REFERENCES readings(id, revision));
INSERT INTO "events" VALUES(1,'2026-03-02T11:43:42.556Z','2.25.1001',1,'Reader^One','New reading','{"before":null,"after":{"schema":"foragrade/reading/1","id":"2.25.1001","status":"draft","revision":1,"created":"2026-03-02T09:15:04.250Z","signedAt":null,"study":"2.25.77","studyDate":"20260302","studyDescription":"Lumbar spine","bodyPart":"LSPINE","patient":{"name":"Phantom^Lumbar","id":"PH-1"},"reader":"Reader^One","organization":"Phantom Hospital","role":"reader","scheme":"document","numbering":{"thoracic":12,"lumbar":5,"transition":"none","castellvi":"none","countedFrom":"unknown","certain":true},"indication":{"symptoms":[],"text":""},"seriesUsed":[],"foramina":{}}}');
INSERT INTO "events" VALUES(2,'2026-03-02T11:43:42.576Z','2.25.1001',1,'Reader^One','Brush nerve root, L4-L5 right','{"before":{"foramina":{}},"after":{"foramina":{"L4-L5:R":{"grade":null,"sides":{"superior":null,"inferior":null,"anterior":null,"posterior":null},"root":null,"notes":[],"contact":null,"noFatSeen":false,"notGradable":null,"confidence":null,"findings":[],"meyerding":null,"etiology":[],"imageQuality":"","disagreementReason":"","comment":"","timeSpentMs":0,"marks":{"stack":"2.25.77.1#1","frameOfReference":"2.25.77.9","grid":{"columns":64,"rows":64,"slices":5,"spacingMm":[0.7,0.7,4.4],"orientation":[0.0,1.0,0.0,0.0,0.0,-1.0],"origin":[10.0,-20.0,30.0]},"slice":null,"pedicleLine":null,"algorithm":"","labels":"2:29,30,34,1;2:30,29,35,1;2:31,29,35,1;2:32,29,35,1;2:33,29,35,1;2:34,30,34,1;"},"otherMarks":[]}}}}');
INSERT INTO "events" VALUES(3,'2026-03-02T11:43:42.608Z','2.25.1001',1,'Reader^One','Grade 1, L4-L5 right','{"before":{"foramina":{"L4-L5:R":{"grade":null}}},"after":{"foramina":{"L4-L5:R":{"grade":1}}}}');
INSERT INTO "events" VALUES(4,'2026-03-02T11:43:42.627Z','2.25.1001',1,'Reader^One','Grade 2, L5-S1 left','{"before":{"foramina":{}},"after":{"foramina":{"L5-S1:L":{"grade":2,"sides":{"superior":null,"inferior":null,"anterior":null,"posterior":null},"root":null,"notes":[],"contact":null,"noFatSeen":false,"notGradable":null,"confidence":null,"findings":[],"meyerding":null,"etiology":[],"imageQuality":"","disagreementReason":"","comment":"","timeSpentMs":0,"marks":null,"otherMarks":[]}}}}');
INSERT INTO "events" VALUES(5,'2026-03-02T11:43:42.637Z','2.25.1001',1,'Reader^One','Sign','{"before":{"status":"draft","signedAt":null},"after":{"status":"signed","signedAt":"2026-03-02T10:00:00.000Z"}}');
INSERT INTO "events" VALUES(6,'2026-03-02T11:43:42.692Z','2.25.1001',2,'Reader^One','Revise','{"before":{"status":"signed","revision":1,"signedAt":"2026-03-02T10:00:00.000Z"},"after":{"status":"draft","revision":2,"signedAt":null}}');
INSERT INTO "events" VALUES(7,'2026-03-02T11:43:42.704Z','2.25.1001',2,'Reader^One','Grade 2, L4-L5 right','{"before":{"foramina":{"L4-L5:R":{"grade":1}}},"after":{"foramina":{"L4-L5:R":{"grade":2}}}}');
INSERT INTO "events" VALUES(8,'2026-03-02T11:43:42.736Z','2.25.1002',1,'Reader^Zwei-Ünï','New reading','{"before":null,"after":{"schema":"foragrade/reading/1","id":"2.25.1002","status":"draft","revision":1,"created":"2026-03-02T09:15:04.250Z","signedAt":null,"study":"2.25.77","studyDate":"20260302","studyDescription":"Lumbar spine","bodyPart":"LSPINE","patient":{"name":"Phantom^Lumbar","id":"PH-1"},"reader":"Reader^Zwei-Ünï","organization":"Phantom Hospital","role":"reader","scheme":"document","numbering":{"thoracic":12,"lumbar":5,"transition":"none","castellvi":"none","countedFrom":"unknown","certain":true},"indication":{"symptoms":[],"text":""},"seriesUsed":[],"foramina":{}}}');
INSERT INTO "events" VALUES(9,'2026-03-02T11:43:42.764Z','2.25.1002',1,'Reader^Zwei-Ünï','Not gradable, L3-L4 left','{"before":{"foramina":{}},"after":{"foramina":{"L3-L4:L":{"grade":null,"sides":{"superior":null,"inferior":null,"anterior":null,"posterior":null},"root":null,"notes":[],"contact":null,"noFatSeen":false,"notGradable":"metal; ''quoted''","confidence":null,"findings":[],"meyerding":null,"etiology":[],"imageQuality":"","disagreementReason":"","comment":"","timeSpentMs":0,"marks":null,"otherMarks":[]}}}}');
CREATE INDEX events_of_reading ON events (reading, number);
CREATE TRIGGER events_keep_UPDATE BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER events_keep_DELETE BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
