package org.konbit.rules.bulk;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;

/** Makes a class of the loops of a schedule. */
final class Assembler {
  /** More bytes than this and the JIT leaves a method to the interpreter. */
  static final int LARGEST_METHOD = 8_000;

  private static final ClassDesc MADE =
      ClassDesc.of(Assembler.class.getPackageName() + ".Compiled");
  private static final MethodTypeDesc LOOP =
      MethodTypeDesc.of(CD_void, CD_Object.arrayType(), CD_int.arrayType(), CD_int, CD_int);
  private static final MethodTypeDesc RUN =
      MethodTypeDesc.of(CD_void, CD_int, CD_Object.arrayType(), CD_int.arrayType(), CD_int, CD_int);

  private Assembler() {}

  /** The class file of a schedule's loops, one method each. */
  static byte[] assemble(Schedule schedule, Arena arena) {
    var loops = schedule.loops();
    return ClassFile.of()
        .build(
            MADE,
            made -> {
              made.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC);
              made.withInterfaceSymbols(ClassDesc.of(Steps.class.getName()));
              made.withMethodBody(INIT_NAME, MTD_void, 0, Assembler::constructor);
              made.withMethodBody(
                  "run", RUN, ClassFile.ACC_PUBLIC, code -> dispatch(code, loops.size()));
              for (int i = 0; i < loops.size(); i++) {
                loop(made, "loop" + i, loops.get(i), schedule, arena);
              }
            });
  }

  private static void loop(
      ClassBuilder made, String name, Schedule.Loop loop, Schedule schedule, Arena arena) {
    made.withMethodBody(
        name,
        LOOP,
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
        code -> {
          if (loop.isOfWords()) {
            WordEmitter.emit(code, arena.slots(), loop);
          } else {
            Emitter.emit(code, arena, schedule, loop);
          }
        });
  }

  private static void constructor(CodeBuilder code) {
    code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_();
  }

  private static void dispatch(CodeBuilder code, int loops) {
    var cases = new ArrayList<SwitchCase>();
    var labels = new ArrayList<Label>();
    for (int i = 0; i < loops; i++) {
      labels.add(code.newLabel());
      cases.add(SwitchCase.of(i, labels.get(i)));
    }
    Label end = code.newLabel();
    code.iload(1).tableswitch(0, Math.max(0, loops - 1), end, cases);
    for (int i = 0; i < loops; i++) {
      code.labelBinding(labels.get(i)).aload(2).aload(3).iload(4).iload(5);
      code.invokestatic(MADE, "loop" + i, LOOP).return_();
    }
    code.labelBinding(end).return_();
  }

  /** The class, hidden: it goes when nothing refers to it any more. */
  static Steps load(byte[] classFile) {
    try {
      var lookup = MethodHandles.lookup().defineHiddenClass(classFile, true);
      return (Steps) lookup.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The compiled law cannot be loaded.", e);
    }
  }
}
