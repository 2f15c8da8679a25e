using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>What a request is answered with: a status, a few headers and a JSON body.</summary>
public abstract class JsonAnswer
{
    /// <summary>The HTTP status.</summary>
    public abstract int Status { get; }

    /// <summary>When it is worth asking again, in seconds; null for no advice.</summary>
    public virtual int? RetryAfterSeconds => null;

    /// <summary>Adds headers of its own.</summary>
    public virtual void WriteHeaders(IHeaderDictionary headers)
    {
    }

    /// <summary>Writes the body: one JSON value.</summary>
    public abstract void WriteBody(Utf8JsonWriter json);
}
