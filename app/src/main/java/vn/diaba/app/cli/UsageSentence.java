package vn.diaba.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli found wrong with a line, as a failure with a code of ours, so that it can be said in Vietnamese too. */
final class UsageSentence {
    private UsageSentence() {}

    static CommandFailure of(ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName(" ");
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return CommandFailure.usage(
                    "usage-unknown-argument", unmatched.getUnmatched().get(0), command);
        }
        if (wrong instanceof MissingParameterException missing) {
            return CommandFailure.usage("usage-argument-missing", names(missing.getMissing()), command);
        }
        if (wrong instanceof MutuallyExclusiveArgsException) {
            return CommandFailure.usage("usage-arguments-exclude-each-other", wrong.getMessage(), command);
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return CommandFailure.usage("usage-option-twice", name(twice.getOverwritten()), command);
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null && wrong.getValue() != null) {
            return CommandFailure.usage("usage-value-wrong", wrong.getValue(), name(argument), command);
        }
        return CommandFailure.usage("usage-wrong", String.valueOf(wrong.getMessage()), command);
    }

    private static String names(List<ArgSpec> arguments) {
        return arguments.stream().map(UsageSentence::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
