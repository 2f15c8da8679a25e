namespace Trellis.Server.Akshi.Configuration;

/// <summary>The providers of models (contract, section 5.5).</summary>
internal static class ModelProviders
{
    /// <summary>Ollama on this machine or near it: local.</summary>
    public const string Ollama = "ollama";

    /// <summary>Anthropic's API: cloud.</summary>
    public const string Anthropic = "anthropic";

    /// <summary>Any service with OpenAI's API: cloud.</summary>
    public const string OpenAI = "openai";

    /// <summary>The simulator that is built in: local.</summary>
    public const string Echo = "echo";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Ollama, Anthropic, OpenAI, Echo];
}
