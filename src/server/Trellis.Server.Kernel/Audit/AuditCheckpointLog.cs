using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Audit;

/// <summary>What audit logs; its event ids are 220 to 239.</summary>
internal static partial class AuditCheckpointLog
{
    // Kept where the store is not, this line is a witness that nobody who can change the store can take back.
    [LoggerMessage(220, LogLevel.Information, "Audit checkpoint of organisation {OrganisationId} at record {SequenceNumber}: {ChainHash}, signed by {KeyId}")]
    public static partial void Written(ILogger logger, long organisationId, long sequenceNumber, string chainHash, string keyId);

    [LoggerMessage(221, LogLevel.Warning, "An audit checkpoint could not be written; the next one will cover its records")]
    public static partial void NotWritten(ILogger logger, Exception exception);
}
