using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Akshi.Toml;

namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>
/// A digest of all that an agent is made of: its part of the file with the variables put in, what it inherits, and the size and time of its
/// module. A reload compares it to see which agents are others.
/// </summary>
internal static class AgentFingerprint
{
    /// <summary>The digest.</summary>
    public static string Of(Section section, AgentConfiguration agent)
    {
        var text = new StringBuilder();
        Write(text, section.Table, section);
        text.Append(CultureInfo.InvariantCulture, $"|{agent.TickInterval.Ticks}|{agent.FuelLimit}|{agent.MemoryLimitMb}|{section.Context.Folder}");
        if (agent.WasmModule is { Length: > 0 } module && new FileInfo(module) is { Exists: true } file)
            text.Append(CultureInfo.InvariantCulture, $"|{file.Length}|{file.LastWriteTimeUtc.Ticks}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Write(StringBuilder text, TomlValue value, Section section)
    {
        switch (value)
        {
            case TomlTable table:
                text.Append('{');
                foreach (var (key, member) in table.Members.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
                {
                    WriteText(text, key);
                    Write(text, member, section);
                }

                text.Append('}');
                break;
            case TomlArray array:
                text.Append('[');
                foreach (var item in array.Items)
                    Write(text, item, section);
                text.Append(']');
                break;
            case TomlString leaf:
                WriteText(text, section.Context.Interpolate(leaf, ""));
                break;
            case TomlInteger leaf:
                text.Append(CultureInfo.InvariantCulture, $"i{leaf.Value};");
                break;
            case TomlFloat leaf:
                text.Append(CultureInfo.InvariantCulture, $"f{leaf.Value:R};");
                break;
            case TomlBoolean leaf:
                text.Append(leaf.Value ? "t;" : "f;");
                break;
        }
    }

    // The length stands before the text, so that no two agents have the same digest.
    private static void WriteText(StringBuilder text, string value) => text.Append(CultureInfo.InvariantCulture, $"s{value.Length}:{value}");
}
