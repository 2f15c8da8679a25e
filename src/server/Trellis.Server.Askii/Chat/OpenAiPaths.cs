namespace Trellis.Server.Askii.Chat;

/// <summary>The paths of OpenAI's API that the keys open.</summary>
internal static class OpenAiPaths
{
    /// <summary>Everything of OpenAI's API is below it. A platform that has paths of its own there owns those, since the longest prefix wins.</summary>
    public const string Prefix = "/v1/";

    public const string ChatCompletions = "/v1/chat/completions";
    public const string Models = "/v1/models";
}
