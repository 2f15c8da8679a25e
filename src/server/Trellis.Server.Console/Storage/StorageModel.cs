namespace Trellis.Server.Console.Storage;

/// <summary>What the page of files shows.</summary>
/// <param name="Prefix">What the keys begin with.</param>
/// <param name="Part">The files.</param>
/// <param name="IsFirst">Whether they are the first.</param>
internal sealed record StorageModel(string Prefix, StoragePart Part, bool IsFirst);
