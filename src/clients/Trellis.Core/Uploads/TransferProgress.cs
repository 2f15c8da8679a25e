namespace Trellis;

/// <summary>How far an upload or a download has come.</summary>
/// <param name="Transferred">How many bytes have gone. An upload that is repeated begins at zero again.</param>
/// <param name="Total">How many there are; <see langword="null"/> when that is not known beforehand.</param>
public readonly record struct TransferProgress(long Transferred, long? Total);
