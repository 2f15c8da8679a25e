using System.Text.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Rules.Stored;

/// <summary>What distinguishes policies from smart rules where they are kept and served. Stateless.</summary>
internal abstract class RuleKind<T>
    where T : class
{
    /// <summary>The word for one: in the store, in the audit trail, as <c>policy</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The member of a list's answer that holds them, as <c>policies</c>.</summary>
    public abstract string ListName { get; }

    /// <summary>How to speak of one, as <c>The policy</c>.</summary>
    public abstract string Title { get; }

    /// <summary>The first part of the names of webhook events; null when there are none.</summary>
    public abstract string? WebhookPrefix { get; }

    /// <summary>How many an organisation may have.</summary>
    public abstract int Most { get; }

    /// <summary>Reads one. What is wrong is added to <paramref name="errors"/>; with errors, the result is for <see cref="Distrusted"/> alone.</summary>
    public abstract T Read(JsonElement json, long id, FieldErrors errors);

    /// <summary>What counts instead of a stored one that cannot be understood: it wants a person for every action that it may concern.</summary>
    public abstract T Distrusted(T rule);

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public abstract void WriteMembers(Utf8JsonWriter json, T rule);

    /// <summary>What people call it.</summary>
    public abstract string NameOf(T rule);

    /// <summary>The same, counting or not.</summary>
    public abstract T WithActive(T rule, bool isActive);
}
