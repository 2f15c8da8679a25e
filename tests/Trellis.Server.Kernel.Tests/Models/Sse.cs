namespace Trellis.Server.Kernel.Tests.Models;

/// <summary>Events as upstreams write them.</summary>
internal static class Sse
{
    public const string Done = "data: [DONE]\n\n";

    public static string Delta(string content) =>
        $$"""data: {"id":"1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"{{content}}"},"finish_reason":null}]}""" + "\n\n";

    public static string Report(long prompt, long completion) =>
        $$$"""data: {"id":"1","choices":[],"usage":{"prompt_tokens":{{{prompt}}},"completion_tokens":{{{completion}}},"total_tokens":0}}""" + "\n\n";
}
