namespace Trellis.Server.Aerostack.Storage;

/// <summary>A file of a project.</summary>
/// <param name="Key">Its name: the client's own, opaque and case-sensitive.</param>
/// <param name="BlobId">Where its bytes are.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">The digest of its bytes, which is its entity tag too.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="ModifiedAt">When it was written.</param>
internal sealed record StoredFile(string Key, string BlobId, long Size, string Sha256, string ContentType, DateTimeOffset ModifiedAt);
