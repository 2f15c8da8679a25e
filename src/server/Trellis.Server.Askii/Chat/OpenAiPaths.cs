namespace Trellis.Server.Askii.Chat;

/// <summary>The paths of OpenAI's API that the keys open.</summary>
internal static class OpenAiPaths
{
    public const string ChatCompletions = "/v1/chat/completions";
    public const string Models = "/v1/models";
}
