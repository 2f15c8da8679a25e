using System.Text.Json;

namespace Trellis.Server.Askii.Platform;

/// <summary>What a platform request is answered with.</summary>
internal abstract class PlatformResult
{
    /// <summary>The HTTP status.</summary>
    public abstract int Status { get; }

    /// <summary>When it is worth asking again, in seconds; null for no advice.</summary>
    public virtual int? RetryAfterSeconds => null;

    /// <summary>Writes the members of the body, which is always an object.</summary>
    public abstract void WriteMembers(Utf8JsonWriter json);
}
