using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Trellis.Server.Ascend.Content;

/// <summary>Tells from a parameter's name what its text is for: <c>sql_query</c> is code, <c>user_request</c> is a prompt.</summary>
internal static class ParameterNames
{
    private const int LongestName = 128;

    private static readonly SearchValues<string> Code = SearchValues.Create(
        ["command", "cmd", "code", "sql", "query", "script", "shell", "exec", "expression", "statement", "program", "argv", "args", "filter", "path", "url"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Prompt = SearchValues.Create(
        ["prompt", "request", "message", "instruct", "question", "input", "text", "content", "body", "comment", "note", "goal", "task", "description", "reason"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The kinds of a member's text.</summary>
    public static TextKinds KindsOf(JsonProperty member)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        Span<char> characters = stackalloc char[LongestName];
        Encoding.UTF8.TryGetChars(raw[..Math.Min(raw.Length, LongestName)], characters, out var length);
        var name = characters[..length];
        return (name.ContainsAny(Code) ? TextKinds.Code : TextKinds.None) | (name.ContainsAny(Prompt) ? TextKinds.Prompt : TextKinds.None);
    }
}
