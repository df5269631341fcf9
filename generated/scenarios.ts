// Generated from openapi/ by `npm run generate`. Do not edit: change openapi/ and run it again.
// Spec: sha256 074046f721706dd9

import type { components } from "./scenario.ts";

/** The scenarios that the package brings, by name. */
export const scenarios = {
  "backup": {
    "description": "Servers can be backed up; a backup takes its time and becomes available. At first there is none.",
    "state": {}
  },
  "backup-fails": {
    "description": "The first backup fails half-way; those after it succeed.",
    "state": {
      "lifeCycles": {
        "backup": [
          {
            "fails": {
              "progress": 50
            }
          },
          {}
        ]
      }
    }
  },
  "clock-skew": {
    "description": "The server's clock is an hour ahead, and it refuses signed requests for it.",
    "any": [
      {
        "fault": {
          "clockSkew": {
            "seconds": 3600,
            "tolerance": 900
          }
        },
        "times": "always"
      }
    ]
  },
  "deletion": {
    "description": "Three backups that can be deleted; a deletion takes its time.",
    "state": {
      "backups": [
        {
          "id": "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190",
          "checkpoint_id": "f672a1bb-6912-446a-816c-72792c5263e0",
          "name": "to-be-deleted"
        },
        {
          "count": 2,
          "name": "to-be-kept"
        }
      ]
    }
  },
  "empty-200": {
    "description": "The first response is a 200 without a body.",
    "any": [
      {
        "fault": {
          "empty": {}
        }
      }
    ]
  },
  "everyday": {
    "description": "A project with ten backups and a policy, where everything works. What csbs asks with --mock.",
    "state": {
      "backups": [
        {
          "id": "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190",
          "checkpoint_id": "f672a1bb-6912-446a-816c-72792c5263e0",
          "resource_id": "9422f270-6fcf-4ba2-9319-a007f2f63a8e",
          "name": "before-upgrade",
          "resource_name": "db-01",
          "tags": {
            "department": "accounting"
          }
        },
        {
          "count": 6,
          "policy_id": "27b11f3f-578d-4464-89d1-7c6d5894f753",
          "name": "thursdays",
          "resource_name": "web",
          "age": 86400
        },
        {
          "count": 2,
          "name": "nightly",
          "resource_name": "batch",
          "status": "error",
          "age": 172800
        },
        {
          "name": "nightly-now",
          "resource_name": "batch-now",
          "status": "protecting",
          "age": 30
        }
      ],
      "policies": [
        {
          "id": "27b11f3f-578d-4464-89d1-7c6d5894f753",
          "name": "thursdays",
          "servers": [
            "9422f270-6fcf-4ba2-9319-a007f2f63a8e"
          ]
        }
      ]
    }
  },
  "hang": {
    "description": "No request gets a response.",
    "any": [
      {
        "fault": {
          "hang": {}
        },
        "times": "always"
      }
    ]
  },
  "html-502": {
    "description": "A proxy responds to the first request with 502 and an HTML page.",
    "any": [
      {
        "fault": {
          "html": {}
        }
      }
    ]
  },
  "latency": {
    "description": "Every response takes 300 ms.",
    "any": [
      {
        "delay": 300,
        "times": "always"
      }
    ]
  },
  "many-backups": {
    "description": "2,500 backups, which come in pages.",
    "state": {
      "backups": [
        {
          "count": 2490,
          "name": "nightly"
        },
        {
          "count": 10,
          "name": "broken",
          "status": "error",
          "age": 1000000
        }
      ]
    }
  },
  "nightly-policy": {
    "description": "A policy that backs up two servers every night and keeps seven backups of each; its schedule runs when time advances.",
    "state": {
      "policies": [
        {
          "id": "27b11f3f-578d-4464-89d1-7c6d5894f753",
          "name": "nightly",
          "servers": [
            "9422f270-6fcf-4ba2-9319-a007f2f63a8e",
            "5aa119a8-d25b-45a7-8d1b-88e127885635"
          ],
          "rule": "FREQ=DAILY;BYHOUR=2;BYMINUTE=30",
          "retention": {
            "max_backups": 7
          }
        }
      ]
    },
    "time": {
      "start": "2026-11-16T12:00:00"
    }
  },
  "policy-run": {
    "description": "A policy over two servers that can be run.",
    "state": {
      "policies": [
        {
          "id": "27b11f3f-578d-4464-89d1-7c6d5894f753",
          "name": "thursdays",
          "servers": [
            "9422f270-6fcf-4ba2-9319-a007f2f63a8e",
            "5aa119a8-d25b-45a7-8d1b-88e127885635"
          ]
        }
      ]
    }
  },
  "quota-exceeded": {
    "description": "A quota of three backups, two of which there are.",
    "state": {
      "backups": [
        {
          "count": 2
        }
      ],
      "quota": 3
    }
  },
  "real-time": {
    "description": "Time passes as on the clock, a second in a second; polls do not move it.",
    "time": {
      "speed": 1
    }
  },
  "redirect": {
    "description": "Every request is redirected to another host.",
    "any": [
      {
        "fault": {
          "redirect": {
            "to": "https://elsewhere.example/"
          }
        },
        "times": "always"
      }
    ]
  },
  "reset-after-headers": {
    "description": "The connection of the first request is reset in the middle of the body.",
    "any": [
      {
        "fault": {
          "resetAfterHeaders": {}
        }
      }
    ]
  },
  "reset-before-headers": {
    "description": "The connection of the first request is reset before a response.",
    "any": [
      {
        "fault": {
          "resetBeforeHeaders": {}
        }
      }
    ]
  },
  "restore": {
    "description": "One backup that can be restored to its server; a restore takes its time.",
    "state": {
      "backups": [
        {
          "id": "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190",
          "checkpoint_id": "f672a1bb-6912-446a-816c-72792c5263e0",
          "resource_id": "9422f270-6fcf-4ba2-9319-a007f2f63a8e",
          "resource_name": "db-01"
        }
      ]
    }
  },
  "slow-drip": {
    "description": "Every body comes in pieces of 256 bytes, 20 ms apart.",
    "any": [
      {
        "fault": {
          "slowDrip": {
            "bytes": 256,
            "pause": 20
          }
        },
        "times": "always"
      }
    ]
  },
  "throttled-date": {
    "description": "The first response is 429, with Retry-After as a date.",
    "any": [
      {
        "status": 429,
        "retryAfter": {
          "date": 2
        }
      }
    ]
  },
  "throttled-seconds": {
    "description": "The first response is 429, with Retry-After as a number of seconds.",
    "any": [
      {
        "status": 429,
        "retryAfter": {
          "seconds": 1
        }
      }
    ]
  },
  "token-expires": {
    "description": "2,500 backups, and tokens that are good for two requests, so that one expires half-way through the list.",
    "state": {
      "backups": [
        {
          "count": 2500,
          "name": "nightly"
        }
      ]
    },
    "tokens": {
      "requests": 2
    }
  },
  "truncated-json": {
    "description": "The first response is incomplete JSON, and its Content-Length matches it.",
    "any": [
      {
        "fault": {
          "truncated": {}
        }
      }
    ]
  },
  "unauthorized-once": {
    "description": "The first response is 401, as if the token had expired; the second succeeds.",
    "any": [
      {
        "example": "tokenExpired"
      }
    ]
  },
  "unavailable-twice": {
    "description": "Two responses are 503; the third succeeds.",
    "any": [
      {
        "status": 503,
        "times": 2
      }
    ]
  },
  "wrong-length": {
    "description": "The first response announces more bytes than it has.",
    "any": [
      {
        "fault": {
          "wrongLength": {}
        }
      }
    ]
  }
} satisfies {
  [name: string]: components["schemas"]["Scenario"];
};
