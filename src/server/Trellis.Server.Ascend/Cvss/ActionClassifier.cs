using System.Collections.Frozen;

namespace Trellis.Server.Ascend.Cvss;

/// <summary>
/// Tells the class of an action from the words of its type: the last one that is known, which is the verb in <c>object.verb</c>. Rights,
/// credentials and boundaries decide wherever they stand: reading a credential is no ordinary reading.
/// </summary>
internal static class ActionClassifier
{
    private static readonly FrozenDictionary<string, ActionClass>.AlternateLookup<ReadOnlySpan<char>> Words = Table(
        (ActionClass.DataAccess, ["read", "get", "query", "select", "fetch", "search", "view", "access", "lookup", "analysis"]),
        (ActionClass.Discovery, ["list", "describe", "scan", "discover", "enumerate"]),
        (ActionClass.Modification, ["write", "put", "create", "update", "post", "modify", "patch", "insert", "edit", "set", "upsert", "sign", "approve", "modification"]),
        (ActionClass.Deletion, ["delete", "drop", "destroy", "terminate", "remove", "purge", "truncate", "wipe", "erase"]),
        (ActionClass.Export, ["export", "download", "exfiltrate", "exfiltration", "copy", "backup", "dump"]),
        (ActionClass.Financial, ["financial", "payment", "pay", "refund", "trade", "charge", "transfer", "transaction", "invoice", "payout"]),
        (ActionClass.Network, ["request", "connect", "network", "http", "call"]),
        (ActionClass.Boundary, ["firewall"]),
        (ActionClass.System, ["system", "config", "configure", "deploy", "install", "restart", "start", "stop", "schema", "migrate", "scale"]),
        (ActionClass.Communication, ["send", "email", "notify", "message", "notification", "publish", "reply"]),
        (ActionClass.Privilege, ["grant", "escalate", "escalation", "privilege", "assume", "sudo", "impersonate"]),
        (ActionClass.Credential, ["credential", "credentials", "password", "secret", "rotate"]),
        (ActionClass.Code, ["execute", "exec", "run", "invoke", "eval", "shell", "subprocess", "command", "code", "script", "spawn"]));

    /// <summary>The class.</summary>
    public static ActionClass Classify(ReadOnlySpan<char> actionType)
    {
        var found = ActionClass.Unknown;
        foreach (var range in actionType.SplitAny(ActionWords.Separators))
        {
            if (Words.TryGetValue(actionType[range], out var known) && !Decides(found))
                found = known;
        }

        return found;
    }

    private static bool Decides(ActionClass actionClass) =>
        actionClass is ActionClass.Privilege or ActionClass.Credential or ActionClass.Boundary;

    private static FrozenDictionary<string, ActionClass>.AlternateLookup<ReadOnlySpan<char>> Table(
        params ReadOnlySpan<(ActionClass Class, string[] Words)> rows)
    {
        var table = new Dictionary<string, ActionClass>();
        foreach (var (actionClass, words) in rows)
        {
            foreach (var word in words)
                table.Add(word, actionClass);
        }

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
