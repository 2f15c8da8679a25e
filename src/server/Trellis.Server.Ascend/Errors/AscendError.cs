using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Errors;

/// <summary>A refusal, in the body that every client generation understands (contract, section 4.2). Never holds the input.</summary>
internal sealed class AscendError(int status, string code, string detail) : JsonObjectAnswer
{
    private string _correlationId = "";
    private DateTimeOffset _at;

    /// <inheritdoc/>
    public override int Status => status;

    /// <summary>The machine-readable code.</summary>
    public string Code => code;

    /// <summary>One sentence on what is wrong and what to do.</summary>
    public string Detail => detail;

    /// <summary>What is wrong with which field.</summary>
    public FieldErrors Fields { get; init; } = FieldErrors.None;

    /// <summary>The rules that were violated.</summary>
    public IReadOnlyList<string> PolicyViolations { get; init; } = [];

    /// <summary>The risk of the refused action; null when none was judged.</summary>
    public int? RiskScore { get; init; }

    /// <summary>When it is worth asking again, in seconds.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Writes further members.</summary>
    public Action<Utf8JsonWriter>? WriteMore { get; init; }

    /// <inheritdoc/>
    public override int? RetryAfterSeconds => RetryAfter ?? (status == StatusCodes.Status503ServiceUnavailable ? 5 : null);

    /// <summary>Says to which request the refusal belongs.</summary>
    public AscendError For(string correlationId, DateTimeOffset at)
    {
        (_correlationId, _at) = (correlationId, at);
        return this;
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("detail"u8, detail);
        json.WriteString("error_code"u8, code);
        json.WriteNumber("status"u8, status);
        json.WriteString("correlation_id"u8, _correlationId);
        json.WriteString("timestamp"u8, WireTime.Text(_at));
        json.WriteStartArray("policy_violations"u8);
        foreach (var violation in PolicyViolations)
            json.WriteStringValue(violation);
        json.WriteEndArray();
        json.WriteStartObject("errors"u8);
        foreach (var (field, reason) in Fields)
            json.WriteString(field, reason);
        json.WriteEndObject();
        if (RiskScore is { } score)
            json.WriteNumber("risk_score"u8, score);
        else
            json.WriteNull("risk_score"u8);
        WriteMore?.Invoke(json);
    }
}
