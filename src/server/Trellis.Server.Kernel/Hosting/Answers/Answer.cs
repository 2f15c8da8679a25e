using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>A successful answer: an object whose members a function writes.</summary>
public sealed class Answer : JsonObjectAnswer
{
    private readonly Action<Utf8JsonWriter> _write;

    private Answer(int status, Action<Utf8JsonWriter> write)
    {
        Status = status;
        _write = write;
    }

    /// <inheritdoc/>
    public override int Status { get; }

    /// <summary>Says that the handler has sent its answer itself.</summary>
    public static Answer Sent { get; } = Ok(static _ => { });

    /// <summary>200, with these members.</summary>
    public static Answer Ok(Action<Utf8JsonWriter> write) => new(StatusCodes.Status200OK, write);

    /// <summary>201, with these members.</summary>
    public static Answer Created(Action<Utf8JsonWriter> write) => new(StatusCodes.Status201Created, write);

    /// <summary>200 and <c>{"success":…}</c>.</summary>
    public static Answer Success(bool success = true) => Ok(json => json.WriteBoolean("success"u8, success));

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter json) => _write(json);
}
