using System.Security.Cryptography;
using System.Text;
using Trellis.Aerostack;

namespace Trellis.Samples.SupportDesk;

/// <summary>Has a model write replies. What was asked before in the same words is answered from the cache, without the model.</summary>
internal sealed class Replies(AerostackClient aerostack)
{
    private const string Instructions =
        "You answer customers of a software company. First name the team that is in charge, one of billing, technical, account, shipping "
        + "or general, and a colon. Then reply to the customer in at most three friendly sentences.";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <returns>The reply, and whether it was there already.</returns>
    public async Task<(string Text, bool IsKept)> WriteAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var question = $"{ticket.Subject}\n\n{ticket.Body}";
        var key = $"support-desk:reply:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)))}";
        var kept = await aerostack.Cache.GetAsync(key, cancellationToken: cancellationToken);
        if (kept.IsHit) return (kept.Value.GetString()!, true);

        var request = new ChatRequest([ChatMessage.FromSystem(Instructions), ChatMessage.FromUser(question)]);
        var reply = (await aerostack.Ai.ChatAsync(request, cancellationToken: cancellationToken)).Text;
        await aerostack.Cache.SetAsync(key, reply, Kept, cancellationToken: cancellationToken);
        return (reply, false);
    }
}
