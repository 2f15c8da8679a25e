using System.Text.Json;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Actions;

/// <summary>What became of an action after it was decided: what a person said, and how it ended.</summary>
internal sealed record ActionOutcome
{
    /// <summary>The person that approved or rejected; null when none has.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What an approver said.</summary>
    public string? Comments { get; init; }

    /// <summary>Why it was rejected, or that its time was over.</summary>
    public string? RejectionReason { get; init; }

    /// <summary><see cref="ActionStatus.Completed"/> or <see cref="ActionStatus.Failed"/>; null while neither was reported.</summary>
    public string? ClosedAs { get; init; }

    /// <summary>When that was reported.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How long it took, in milliseconds, as the agent says.</summary>
    public long? DurationMilliseconds { get; init; }

    /// <summary>The result or the error, as JSON without secrets.</summary>
    public string? Report { get; init; }

    /// <summary>Reads what <see cref="ToJson"/> wrote; null for null.</summary>
    public static ActionOutcome Parse(string? json)
    {
        if (json is null)
            return new ActionOutcome();

        using var document = JsonDocument.Parse(json);
        var fields = new Fields(document.RootElement);
        return new ActionOutcome
        {
            DecidedBy = fields.OptionalText("decided_by"),
            DecidedAt = TimeOf(fields, "decided_at"),
            Comments = fields.OptionalText("comments", int.MaxValue),
            RejectionReason = fields.OptionalText("rejection_reason", int.MaxValue),
            ClosedAs = fields.OptionalText("closed_as"),
            ClosedAt = TimeOf(fields, "closed_at"),
            DurationMilliseconds = fields.OptionalInteger("duration_ms", 0, long.MaxValue),
            Report = fields.TryGet("report", out var report) ? report.GetRawText() : null,
        };
    }

    /// <summary>The form that is stored.</summary>
    public string ToJson() => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("decided_by"u8, DecidedBy);
        json.WriteTime("decided_at"u8, DecidedAt);
        json.WriteString("comments"u8, Comments);
        json.WriteString("rejection_reason"u8, RejectionReason);
        json.WriteString("closed_as"u8, ClosedAs);
        json.WriteTime("closed_at"u8, ClosedAt);
        json.WriteNumberOrNull("duration_ms"u8, DurationMilliseconds);
        json.WritePropertyName("report"u8);
        json.WriteRawValue(Report ?? "null", skipInputValidation: true);
        json.WriteEndObject();
    });

    private static DateTimeOffset? TimeOf(Fields fields, string name) =>
        WireTime.TryParse(fields.OptionalText(name), out var time) ? time : null;
}
