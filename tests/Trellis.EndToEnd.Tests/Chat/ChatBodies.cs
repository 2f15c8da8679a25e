namespace Trellis.EndToEnd.Tests.Chat;

/// <summary>Requests to the built-in model, which answers the same request the same way every time.</summary>
internal static class ChatBodies
{
    public const string Model = "trellis-echo";

    /// <summary>A short question; the limit keeps what the server must reserve for the answer small.</summary>
    public static object Ask(string question = "How are you today?", bool stream = false, string model = Model) => new
    {
        model,
        stream,
        max_tokens = 16,
        messages = new[] { new { role = "user", content = question } },
    };
}
