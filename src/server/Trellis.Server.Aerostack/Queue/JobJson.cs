using System.Text.Json;
using Trellis.Server.Kernel.Jobs;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Aerostack.Queue;

/// <summary>Jobs on the wire: the record of the contract (section 2.2.3), with the members that the worker SDK's own view has beside it.</summary>
internal static class JobJson
{
    /// <summary>Writes a job as a value.</summary>
    public static void Write(Utf8JsonWriter json, Job job, string projectId)
    {
        json.WriteStartObject();
        WriteKind(json, job);
        json.WriteString("status"u8, job.State);
        json.WriteString("projectId"u8, projectId);
        json.WriteTime("createdAt"u8, job.CreatedAt);
        json.WriteNumber("attempts"u8, job.Attempts);
        json.WriteNumber("maxAttempts"u8, job.MaxAttempts);
        if (job.State == JobState.Queued)
            json.WriteTime("runAt"u8, job.DueAt);
        if (job.FinishedAt is not null)
            json.WriteTime("completedAt"u8, job.FinishedAt);
        if (job.LastError is not null)
            json.WriteString("error"u8, job.LastError);
        json.WriteEndObject();
    }

    /// <summary>Writes a job as the worker that has it sees it.</summary>
    public static void Write(Utf8JsonWriter json, LeasedJob leased)
    {
        json.WriteStartObject();
        WriteKind(json, leased.Job);
        WriteAttempt(json, leased.Job);
        json.WriteString("lease"u8, leased.Lease.Token);
        json.WriteTime("leaseExpiresAt"u8, leased.Until);
        json.WriteEndObject();
    }

    /// <summary>Writes which job it is and what is to be done.</summary>
    public static void WriteKind(Utf8JsonWriter json, Job job)
    {
        json.WriteString("id"u8, job.Id);
        json.WriteString("type"u8, job.Type);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(job.Payload, skipInputValidation: true);
    }

    /// <summary>Writes when the job was enqueued and the how manieth attempt this is.</summary>
    public static void WriteAttempt(Utf8JsonWriter json, Job job)
    {
        json.WriteTime("queuedAt"u8, job.CreatedAt);
        json.WriteNumber("attempt"u8, job.Attempts);
        json.WriteNumber("maxAttempts"u8, job.MaxAttempts);
    }
}
