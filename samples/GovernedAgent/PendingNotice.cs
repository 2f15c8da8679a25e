namespace Trellis.Samples.GovernedAgent;

/// <summary>Tells people what waits for them, and how they decide it.</summary>
internal static class PendingNotice
{
    public static void Print(IReadOnlyList<Outcome> pending, TimeSpan wait)
    {
        if (pending.Count == 0) return;
        Console.WriteLine($"   {pending.Count} refunds wait for a person, who decides in the console, or says one of these for each, from another process:");
        foreach (var outcome in pending)
        {
            Console.WriteLine($"   trellis ascend approvals approve {outcome.ActionId}    # {outcome.Request.Id}, {outcome.Request.Euros:F2} EUR: {outcome.Note}");
        }

        Console.WriteLine("   trellis ascend approvals reject ACTION --reason TEXT");
        Console.WriteLine(wait > TimeSpan.Zero ? $"   The agent waits {wait.TotalSeconds:0} s for it." : "   The agent does not wait for it.");
    }
}
