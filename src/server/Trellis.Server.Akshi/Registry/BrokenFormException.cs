namespace Trellis.Server.Akshi.Registry;

/// <summary>A form ends before its last boundary. Where its bytes go to has failures of its own, which are not the caller's.</summary>
internal sealed class BrokenFormException(IOException cause) : Exception("The form ends before its last boundary.", cause);
