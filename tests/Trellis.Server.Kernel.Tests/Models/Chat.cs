using System.Text;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

/// <summary>Short ways to make requests and to read results.</summary>
internal static class Chat
{
    public const string Plain = """{"model":"m","messages":[{"role":"user","content":"Hello there"}]}""";

    public const string Streamed = """{"model":"m","stream":true,"messages":[{"role":"user","content":"Hello there"}]}""";

    public const string StreamedWithUsage =
        """{"model":"m","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"Hello there"}]}""";

    public static ChatRequest Parse(string json) =>
        ChatRequestParser.TryParse(Encoding.UTF8.GetBytes(json), out var request, out var error)
            ? request
            : throw new InvalidOperationException(error.Message);

    public static OpenAiError Refuse(string json)
    {
        ChatRequestParser.TryParse(Encoding.UTF8.GetBytes(json), out _, out var error).ShouldBeFalse(json);
        return error.ShouldNotBeNull();
    }

    public static async Task<string> ReadAllAsync(ChatStream stream, CancellationToken cancellationToken = default)
    {
        var bytes = new MemoryStream();
        await foreach (var piece in stream.ReadAsync(cancellationToken))
        {
            bytes.Write(piece.Span);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
