using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>Checks and measures the messages of a request, and reads their text.</summary>
internal static class ChatMessages
{
    private static readonly FrozenSet<string> Roles = FrozenSet.Create(
        StringComparer.Ordinal, "system", "developer", "user", "assistant", "tool", "function");

    /// <summary>Checks <c>messages</c> and measures what the model will read.</summary>
    public static PromptSize Measure(JsonElement body, RequestMembers members)
    {
        if (members.Find("messages") is not { } messages)
        {
            members.RefuseMissing("messages");
            return default;
        }

        if (messages.ValueKind is not JsonValueKind.Array)
        {
            members.RefuseType("messages", "an array", messages);
            return default;
        }

        if (messages.GetArrayLength() == 0)
        {
            members.Refuse("messages", "must have at least one message.", "empty_array");
            return default;
        }

        var size = new Size();
        foreach (var (index, message) in messages.EnumerateArray().Index())
        {
            MeasureMessage(message, $"messages[{index}]", members, ref size);
        }

        return new PromptSize(
            JsonText.RawLength(body) - size.ImageBytes,
            size.TextBytes + RawLengthOf(body, "tools"u8) + RawLengthOf(body, "functions"u8),
            messages.GetArrayLength(),
            size.Images);
    }

    /// <summary>The text of a message: its content, or the texts of its parts, one per line.</summary>
    public static string TextOf(JsonElement message)
    {
        if (!message.TryGetProperty("content"u8, out var content))
        {
            return "";
        }

        if (content.ValueKind is JsonValueKind.String)
        {
            return content.GetString()!;
        }

        if (content.ValueKind is not JsonValueKind.Array)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var part in content.EnumerateArray())
        {
            if (part.TryGetProperty("text"u8, out var piece) && piece.ValueKind is JsonValueKind.String)
            {
                text.Append(text.Length > 0 ? "\n" : "").Append(piece.GetString());
            }
        }

        return text.ToString();
    }

    private static void MeasureMessage(JsonElement message, string path, RequestMembers members, ref Size size)
    {
        if (message.ValueKind is not JsonValueKind.Object)
        {
            members.RefuseType(path, "an object", message);
            return;
        }

        var own = members.Within(path, message);
        if (own.Text("role") is { } role)
        {
            if (!Roles.Contains(role))
            {
                own.Refuse("role", "must be 'system', 'developer', 'user', 'assistant', 'tool' or 'function'.", "invalid_value");
            }
        }
        else
        {
            role = "";
            own.RefuseMissing("role");
        }

        size.TextBytes += RawLengthOf(message, "tool_calls"u8) + RawLengthOf(message, "function_call"u8);
        MeasureContent(own, role, ref size);
    }

    private static void MeasureContent(RequestMembers message, string role, ref Size size)
    {
        if (message.Find("content") is not { } content)
        {
            // An assistant's message may hold a tool call or a refusal alone.
            if (role is not "assistant")
            {
                message.RefuseMissing("content");
            }
        }
        else if (content.ValueKind is JsonValueKind.String)
        {
            size.TextBytes += JsonText.Utf8Length(content);
        }
        else if (content.ValueKind is JsonValueKind.Array)
        {
            foreach (var (index, part) in content.EnumerateArray().Index())
            {
                MeasurePart(part, $"content[{index}]", message, ref size);
            }
        }
        else
        {
            message.RefuseType("content", "a string or an array of parts", content);
        }
    }

    private static void MeasurePart(JsonElement part, string path, RequestMembers message, ref Size size)
    {
        if (part.ValueKind is not JsonValueKind.Object)
        {
            message.RefuseType(path, "an object", part);
            return;
        }

        var own = message.Within(path, part);
        switch (own.Text("type"))
        {
            case null:
                own.RefuseMissing("type");
                break;
            case "text":
                MeasureText(own, ref size);
                break;
            case "image_url":
                size.Images++;
                size.ImageBytes += JsonText.RawLength(part);
                break;
            case "file":
                size.Images++;
                break;
        }
    }

    private static void MeasureText(RequestMembers part, ref Size size)
    {
        if (part.Find("text") is not { } text)
        {
            part.RefuseMissing("text");
        }
        else if (text.ValueKind is not JsonValueKind.String)
        {
            part.RefuseType("text", "a string", text);
        }
        else
        {
            size.TextBytes += JsonText.Utf8Length(text);
        }
    }

    private static int RawLengthOf(JsonElement value, ReadOnlySpan<byte> name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? JsonText.RawLength(member) : 0;

    private struct Size
    {
        public long TextBytes;
        public long ImageBytes;
        public int Images;
    }
}
