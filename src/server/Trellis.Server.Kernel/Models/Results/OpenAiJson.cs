using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>How this server writes the JSON of OpenAI's API.</summary>
internal static class OpenAiJson
{
    // The bodies travel as application/json or text/event-stream, never inside HTML, so letters of all languages may stay readable.
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
