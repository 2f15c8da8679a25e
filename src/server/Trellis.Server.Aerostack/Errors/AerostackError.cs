using System.Text.Json;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Errors;

/// <summary>A refusal (contract, sections 3.1 and 3.2). Never holds the input.</summary>
internal sealed class AerostackError(int status, string code, string message) : JsonObjectAnswer
{
    private ErrorEnvelope _envelope;

    /// <inheritdoc/>
    public override int Status => status;

    /// <summary>The machine-readable code.</summary>
    public string Code => code;

    /// <summary>One sentence on what is wrong and what to do; never empty.</summary>
    public string Message => message;

    /// <summary>What is wrong with which field; goes to <c>details.fieldErrors</c>.</summary>
    public FieldErrors Fields { get; init; } = FieldErrors.None;

    /// <summary>A reason for programs, where the code says too little; goes to <c>details.reason</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>When it is worth asking again, in seconds.</summary>
    public int? RetryAfter { get; init; }

    /// <inheritdoc/>
    public override int? RetryAfterSeconds => RetryAfter;

    /// <summary>Says which body the caller's client understands.</summary>
    public AerostackError For(ErrorEnvelope envelope)
    {
        _envelope = envelope;
        return this;
    }

    /// <summary>Writes the members into an object that somebody else has begun.</summary>
    public void WriteMembersTo(Utf8JsonWriter json) => WriteMembers(json);

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("code"u8, code);
        json.WriteString("message"u8, message);
        if (_envelope is ErrorEnvelope.WithError)
            json.WriteString("error"u8, message);
        if (!Fields.IsEmpty || Reason is not null)
            WriteDetails(json);
    }

    private void WriteDetails(Utf8JsonWriter json)
    {
        json.WriteStartObject("details"u8);
        if (Reason is not null)
            json.WriteString("reason"u8, Reason);
        if (!Fields.IsEmpty)
        {
            json.WriteStartObject("fieldErrors"u8);
            foreach (var (field, reason) in Fields)
            {
                json.WriteStartArray(field);
                json.WriteStringValue(reason);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
