using System.Security.Cryptography;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Governance;

/// <summary>
/// By which servers notice that what they remember of an organisation is out of date: two marks in its row, which every decision reads in
/// its own transaction. Whoever changes something sets a mark in the same transaction, so that a change holds from the next decision on,
/// on every server of the store.
/// </summary>
internal static class GovernanceVersions
{
    /// <summary>Marks that policies, rules, settings or workflows have changed.</summary>
    public static ValueTask<int> MarkRulesAsync(ISqlSession session, long organisationId) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_organisations (organisation_id, rules_version, registry_version) VALUES ({organisationId}, {Next()}, 0)
            ON CONFLICT (organisation_id) DO UPDATE SET rules_version = excluded.rules_version
            """);

    /// <summary>Marks that agents, keys, MCP servers, models or kill switches have changed.</summary>
    public static ValueTask<int> MarkRegistryAsync(ISqlSession session, long organisationId) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_organisations (organisation_id, rules_version, registry_version) VALUES ({organisationId}, 0, {Next()})
            ON CONFLICT (organisation_id) DO UPDATE SET registry_version = excluded.registry_version
            """);

    // Random and not the next number: a number that a transaction took and then gave back would come again with another meaning.
    private static long Next()
    {
        Span<byte> bits = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bits);
        return BitConverter.ToInt64(bits);
    }
}
