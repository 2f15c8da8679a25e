using Trellis.Ascend;

namespace Trellis.Samples.GovernedAgent;

/// <summary>The steps of the sample, in order.</summary>
internal static class Tour
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(SampleOptions options, CancellationToken cancellationToken)
    {
        var requests = RefundFile.Read(options.File);
        using var ledger = new RefundLedger(options.Ledger, TimeProvider.System);

        Step("Find the governance server");
        await using var governance = await Governance.OpenAsync(cancellationToken);
        Say($"It is at {governance.Address}.");
        if (governance.DataDirectory is { } data)
        {
            Say($"It is in this process. A person's shell gets to it with: eval \"$(trellis-server env --data '{data}')\"");
            Say($"A person's browser gets to it at the same address, with the ascend.adminToken of {Path.Combine(data, "credentials.json")}.");
        }

        var audit = new AuditRange(governance.Person ?? governance.Agent);
        await audit.BeginAsync(cancellationToken);

        Step("Register the agent");
        var agent = await (governance.Person ?? governance.Agent).RegisterAsync(Registration(), cancellationToken);
        Say($"{agent.AgentId} is {agent.Status}, and its trust level is {agent.TrustLevel}.");

        Step("Activate the agent, and set the policies");
        if (governance.Person is { } person)
        {
            await person.Agents.ActivateAsync(agent.AgentId, cancellationToken);
            Say($"{agent.AgentId} is active: its own limits hold.");
            await RefundPolicies.SetUpAsync(person, options.OfficeHours, cancellationToken);
        }
        else
        {
            Say("There is no ASCEND_ADMIN_TOKEN, so both stay as they are.");
        }

        Step($"Ask about {requests.Count} refunds, and pay those that are allowed into {options.Ledger}");
        var outcomes = await new RefundAgent(governance.Agent, ledger, options.Wait).RunAsync(requests, cancellationToken);

        Step("See what came of it");
        OutcomeTable.Print(Console.Out, outcomes);

        Step("Verify that the record of all this is complete and unchanged");
        var isIntact = await audit.VerifyAsync(CancellationToken.None);
        return cancellationToken.IsCancellationRequested ? ExitCode.Interrupted
            : !isIntact || outcomes.Any(static outcome => outcome.Ending == Ending.NotEvaluated) ? ExitCode.Failed
            : outcomes.Any(static outcome => outcome.Ending == Ending.Pending) ? ExitCode.Pending
            : ExitCode.Done;
    }

    /// <summary>
    /// Money is risky as such. The policies draw the line, and from 95 on the risk alone asks for a person: a limit that counts when a
    /// person sets it and activates the agent. An agent that registers itself has the limits of its type.
    /// </summary>
    private static AgentRegistration Registration() => new()
    {
        Description = "Pays customers back",
        Capabilities = [RefundPolicies.ActionType],
        AllowedActionTypes = [RefundPolicies.ActionType],
        AllowedResources = ["payouts/*"],
        MaxRiskThreshold = 95,
    };

    private static void Step(string title)
    {
        Console.WriteLine();
        Console.WriteLine($"== {title}");
    }

    private static void Say(string text) => Console.WriteLine($"   {text}");
}
