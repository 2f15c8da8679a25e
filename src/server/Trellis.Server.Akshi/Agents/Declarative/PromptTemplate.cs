using System.Text;
using System.Text.RegularExpressions;
using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Agents.Declarative;

/// <summary>Makes the question to a model of the agent's prompt (contract, section 5.1).</summary>
internal static partial class PromptTemplate
{
    /// <summary>Puts the file in. What stands in the file is not looked at for placeholders.</summary>
    public static string Fill(DeclarativeDefinition definition, string file, string content)
    {
        var text = new StringBuilder();
        if (definition.Goal.Length > 0)
            text.Append("Goal: ").Append(definition.Goal).Append("\n\n");
        text.Append(Placeholder().Replace(definition.Prompt!, match => match.Groups[1].Value switch
        {
            "file" => file,
            "content" => content,
            _ => definition.Goal,
        }));
        return text.Append("\n\n").Append(Instruction(definition.OutputSchema)).ToString();
    }

    private static string Instruction(OutputSchema schema)
    {
        var members = string.Join(", ", schema.Members.Select(static member => $"\"{member.Name}\": {OutputTypes.NameOf(member.Type)}{(member.IsOptional ? " (optional)" : "")}"));
        return $"Answer with JSON alone: an array of objects with the members {members}. Answer [] when there is nothing to report.";
    }

    [GeneratedRegex(@"\{\{\s*(file|content|goal)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
