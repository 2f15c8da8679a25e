using Trellis.Askii;
using Trellis.Server;

namespace Trellis.Samples.Quickstart;

/// <summary>The steps of the sample, in order.</summary>
internal static class Tour
{
    /// <returns>Whether everything was as it should be.</returns>
    public static async Task<bool> RunAsync(string question, CancellationToken cancellationToken)
    {
        Step("Start a server in this process, on a temporary data directory");
        await using var server = await TrellisServer.StartAsync(new TrellisServerOptions(), cancellationToken);
        Say($"It listens on {server.Url} and keeps its data in {server.DataDirectory}.");

        using var askii = new AskiiClient(new AskiiClientOptions
        {
            BaseUrl = server.Url,
            Token = server.Credentials!.Reveal("askii", "token"),
        });

        Step("See which models there are");
        foreach (var model in (await askii.Models.ListAsync(cancellationToken: cancellationToken)).Models)
        {
            Say(model.ModelName);
        }

        Step("Provision a key that may spend one dollar");
        var key = await askii.Keys.ProvisionAsync(new() { KeyAlias = "quickstart", DurationDays = 1, MaxBudget = 1 }, cancellationToken);
        Say($"{key.KeyName}, until {key.Expires:yyyy-MM-dd}. The key itself prints as {key.ApiKey}: it has to be asked for.");

        Step("Ask a question with it, and stream the answer");
        var chat = new Conversation(server.Url, key.ApiKey);
        await foreach (var text in chat.AskAsync(question, cancellationToken))
        {
            Console.Write(text);
        }

        Console.WriteLine();

        Step("See what it cost");
        var listed = (await askii.Keys.ListAsync(cancellationToken: cancellationToken)).Keys.Single(k => k.KeyName == key.KeyName);
        Say($"{listed.KeyAlias} has spent ${listed.Spend:0.000000}.");

        Step("Revoke the key, and try it once more");
        Say((await askii.Keys.RevokeAsync("quickstart", cancellationToken)).Detail);
        var refusal = await chat.TryAsync("Are you still there?", cancellationToken);
        Say(refusal is null ? "The key still works, which it should not." : $"Refused: {refusal}");

        Step("Verify that the record of all this is complete and unchanged");
        var isIntact = await AuditReport.VerifyAsync(server, cancellationToken);

        return refusal is not null && isIntact && listed.Spend > 0;
    }

    private static void Step(string title)
    {
        Console.WriteLine();
        Console.WriteLine($"== {title}");
    }

    private static void Say(string text) => Console.WriteLine($"   {text}");
}
