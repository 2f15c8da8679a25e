namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>Reads <c>output_schema</c>: names and types, such as <c>{ severity = "string", line = "integer?" }</c>.</summary>
internal static class OutputSchemaSection
{
    private const string Key = "output_schema";
    private const int MostMembers = 50;

    /// <summary>The schema; null when there is none.</summary>
    public static OutputSchema? Read(Section agent)
    {
        if (agent.Sub(Key) is not { } section)
            return null;

        var members = new List<OutputMember>();
        foreach (var name in section.Table.Members.Keys)
        {
            if (section.Text(name) is not { } text)
                continue;

            if (OutputTypes.Parse(text.TrimEnd('?')) is { } type)
                members.Add(new OutputMember(name, type, text.EndsWith('?')));
            else
                section.Fail(name, $"must be one of {OutputTypes.List}, with a question mark when it may be missing");
        }

        if (members.Count is 0 or > MostMembers)
            agent.Fail(Key, $"must have from 1 to {MostMembers} members");
        if (!members.Exists(static member => member is { Name: "summary" or "title", Type: OutputType.Text, IsOptional: false }))
            agent.Fail(Key, "must have the member summary = \"string\" (or title), of which findings are made");
        return new OutputSchema(members);
    }
}
