namespace Trellis.Samples.SupportDesk;

/// <summary>Prints what became of the tickets, by outcome and by team.</summary>
internal static class OutcomeTable
{
    private static readonly string[] Columns = ["billing", "technical", "account", "shipping", Teams.General];

    public static void Print(TextWriter output, IReadOnlyList<Outcome> outcomes)
    {
        output.WriteLine($"   {"Outcome",-21}{"Tickets",9}{string.Concat(Columns.Select(static team => $"{team,11}"))}");
        foreach (var group in outcomes.GroupBy(static outcome => outcome.Ending).OrderBy(static group => group.Key))
        {
            output.WriteLine(Row(Words(group.Key), [.. group]));
        }

        output.WriteLine(Row("all", outcomes));
    }

    private static string Row(string name, IReadOnlyList<Outcome> outcomes) =>
        $"   {name,-21}{outcomes.Count,9}{string.Concat(Columns.Select(team => $"{outcomes.Count(outcome => outcome.Team == team),11}"))}";

    private static string Words(Ending ending) => ending switch
    {
        Ending.Answered => "answered",
        Ending.AnsweredFromCache => "answered from cache",
        Ending.Escalated => "escalated",
        _ => "open",
    };
}
