// Generated from openapi/ by `npm run generate`. Do not edit: change openapi/ and run it again.
// Spec: sha256 074046f721706dd9

/** The limits of the properties of requests, by schema and property. */
export const limits = {
  "ScheduledOperationInput": {
    "name": {
      "minLength": 1,
      "maxLength": 255,
      "pattern": "^[A-Za-z0-9_-]+$"
    },
    "description": {
      "maxLength": 255,
      "pattern": "^[^<>]*$"
    }
  },
  "RetentionRules": {
    "max_backups": {
      "minimum": -1,
      "maximum": 99999
    },
    "retention_duration_days": {
      "minimum": -1,
      "maximum": 99999
    },
    "day_backups": {
      "minimum": 0
    },
    "week_backups": {
      "minimum": 0
    },
    "month_backups": {
      "minimum": 0
    },
    "year_backups": {
      "minimum": 0
    },
    "timezone": {
      "pattern": "^UTC[+-]\\d{2}:\\d{2}$"
    }
  }
} as const;
